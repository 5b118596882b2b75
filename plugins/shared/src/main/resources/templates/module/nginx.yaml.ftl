<#import "lib/workload.yaml.ftl" as workload>
<#import "lib/probe.yaml.ftl" as probe>
apiVersion: v1
kind: ConfigMap
metadata:
  name: nginx-config
  labels: ${json({"fateMoudle": "nginx"} + labels)}
data:
  nginx.conf: ${file("module/nginx/nginx.conf")}
  route_table.yaml: ${file("module/nginx/route_table.yaml")}
---
<@workload.service name="nginx" exposure=nginx partyPort=9300>
<@workload.port number=9300 name="http" nodePort=nginx.httpNodePort!0/>
<@workload.port number=9310 name="grpc" nodePort=nginx.grpcNodePort!0/>
</@workload.service>
---
<@workload.deployment name="nginx" part=nginx replicas=nginx.replicas!1 volumes=[workload.files("nginx-confs", "nginx-config")]>
      containers:
        - name: nginx
          image: ${images.nginx}
          imagePullPolicy: ${pullPolicy}
          command:
            - /bin/bash
            - -c
            - ${file("module/nginx/start.sh")}
          ports:
            - name: http-port
              containerPort: 9300
            - name: grpc-port
              containerPort: 9310
<@probe.all of={"http": 9302, "path": "/test"} startupName="readinessProbe"/>
          volumeMounts:
            - name: nginx-confs
              mountPath: /data/projects/fate/proxy/nginx/conf/nginx.conf
              subPath: nginx.conf
            - name: nginx-confs
              mountPath: /data/projects/fate/proxy/nginx/conf/modifiable/
</@workload.deployment>
