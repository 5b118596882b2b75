<#import "lib/workload.yaml.ftl" as workload>
apiVersion: v1
kind: ConfigMap
metadata:
  name: nginx-config
  labels: ${json({"fateMoudle": "nginx"} + labels)}
data:
  nginx.conf: ${file("fate/nginx/nginx.conf")}
  route_table.yaml: ${file("fate/nginx/route_table.yaml")}
---
<@workload.service name="nginx" type=nginx.type partyPort=9390>
<@workload.port number=9390 nodePort=nginx.nodePort!0/>
</@workload.service>
---
<@workload.deployment name="nginx" nodeSelector=nginx.nodeSelector volumes=[workload.files("nginx-confs", "nginx-config")]>
      containers:
        - name: nginx
          image: ${images.nginx}
          imagePullPolicy: ${pullPolicy}
          ports:
            - containerPort: 9390
          volumeMounts:
            - name: nginx-confs
              mountPath: /data/projects/fate/proxy/nginx/conf/route_table.yaml
              subPath: route_table.yaml
            - name: nginx-confs
              mountPath: /data/projects/fate/proxy/nginx/conf/nginx.conf
              subPath: nginx.conf
</@workload.deployment>
