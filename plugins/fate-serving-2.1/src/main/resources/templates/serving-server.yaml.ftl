<#import "lib/storage.yaml.ftl" as volume>
<#import "lib/workload.yaml.ftl" as workload>
apiVersion: v1
kind: ConfigMap
metadata:
  name: serving-server-config
  labels: ${json({"fateMoudle": "serving-server"} + labels)}
data:
  serving-server.properties: ${file("server/serving-server.properties")}
<@volume.claim module="serving-server" storage=server.storage/>
---
<@workload.service name="serving-server" model=server>
<@workload.port number=8000 nodePort=server.nodePort!0/>
<@workload.port number=8080 nodePort=server.httpNodePort!0/>
</@workload.service>
---
<@workload.deployment name="serving-server" model=server dataVolume="data" volumes=[
    workload.files("serving-server-confs", "serving-server-config"), {"name": "data"} + volume.source(server.storage)]>
      containers:
        - name: serving-server
          image: ${images.server}
          imagePullPolicy: ${pullPolicy}
          ports:
            - containerPort: 8000 # gRPC
            - containerPort: 8080 # HTTP
          volumeMounts:
            - name: serving-server-confs
              mountPath: /data/projects/fate-serving/serving-server/conf/serving-server.properties
              subPath: serving-server.properties
            - name: data
              mountPath: /root/.fate
              subPath: cache
            - name: data
              mountPath: /data/projects/fate-serving/serving-server/.fate
              subPath: model_cache
</@workload.deployment>
