<#import "lib/pod.yaml.ftl" as pod>
<#import "lib/storage.yaml.ftl" as volume>
apiVersion: v1
kind: ConfigMap
metadata:
  name: serving-server-config
  labels: ${json({"fateMoudle": "serving-server"} + labels)}
data:
  serving-server.properties: ${file("server/serving-server.properties")}
<@volume.claim module="serving-server" storage=server.storage/>
---
apiVersion: v1
kind: Service
metadata:
  name: serving-server
  labels: ${json({"fateMoudle": "serving-server"} + labels)}
spec:
  type: ${server.type}
  selector: ${json({"fateMoudle": "serving-server"} + selector)}
  ports:
    - name: "8000"
      port: 8000
      targetPort: 8000
      protocol: TCP
<#if server.nodePort??>
      nodePort: ${server.nodePort}
</#if>
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: serving-server
  labels: ${json({"fateMoudle": "serving-server"} + labels)}
  annotations:
    kubefate.io/data-volumes: data
spec:
  replicas: 1
  strategy:
    type: Recreate
  selector:
    matchLabels: ${json({"fateMoudle": "serving-server"} + selector)}
  template:
    metadata:
      labels: ${json({"fateMoudle": "serving-server"} + labels)}
    spec:
<@pod.pullSecrets/>
      containers:
        - name: serving-server
          image: ${images.server}
          imagePullPolicy: ${pullPolicy}
          ports:
            - containerPort: 8000
          volumeMounts:
            - name: serving-server-confs
              mountPath: /data/projects/fate/serving-server/conf/serving-server.properties
              subPath: serving-server.properties
            - name: data
              mountPath: /root/.fate
<#if server.storage.subPath?has_content>
              subPath: ${server.storage.subPath}
</#if>
<#if server.nodeSelector?has_content>
      nodeSelector: ${json(server.nodeSelector)}
</#if>
      restartPolicy: Always
      volumes:
        - name: serving-server-confs
          configMap:
            name: serving-server-config
        - ${json({"name": "data"} + volume.source(server.storage))}
