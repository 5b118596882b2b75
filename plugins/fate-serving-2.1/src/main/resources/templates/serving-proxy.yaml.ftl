<#import "lib/page.yaml.ftl" as web>
<#import "lib/workload.yaml.ftl" as workload>
apiVersion: v1
kind: ConfigMap
metadata:
  name: serving-proxy-config
  labels: ${json({"fateMoudle": "serving-proxy"} + labels)}
data:
  application.properties: ${file("proxy/application.properties")}
  route_table.json: ${file("proxy/route_table.json")}
---
<@workload.service name="serving-proxy" model=proxy partyPort=8869>
<@workload.port number=8059/>
<@workload.port number=8869 nodePort=proxy.nodePort!0/>
<@workload.port number=8879/>
</@workload.service>
---
<@workload.deployment name="serving-proxy" model=proxy volumes=[workload.files("serving-proxy-confs", "serving-proxy-config")]>
      containers:
        - name: serving-proxy
          image: ${images.proxy}
          imagePullPolicy: ${pullPolicy}
          command:
            - /bin/sh
            - -c
            - ${file("proxy/start.sh")}
          ports:
            - containerPort: 8059 # requests over HTTP
            - containerPort: 8869 # other parties' serving-proxy
            - containerPort: 8879 # serving-server
          volumeMounts:
            - name: serving-proxy-confs
              mountPath: /data/projects/fate-serving/serving-proxy/conf/application.properties
              subPath: application.properties
            - name: serving-proxy-confs
              mountPath: /data/projects/fate-serving/serving-proxy/conf/route_table.base.json
              subPath: route_table.json
</@workload.deployment>
---
<@web.ingress service="serving-proxy" page=pages.servingProxy port=8059/>
