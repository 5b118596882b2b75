<#import "lib/bootstrap.yaml.ftl" as bootstrap>
<#import "lib/storage.yaml.ftl" as volume>
<#list nodemanagers as node>
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: ${node.name + "-config"}
  labels: ${json({"fateMoudle": node.name} + labels)}
data:
  eggroll.properties: ${file("eggroll/eggroll.properties", {"processors": node.sessionProcessorsPerNode})}
<@volume.claim module=node.name storage=node.storage/>
---
apiVersion: v1
kind: Service
metadata:
  name: ${node.name}
  labels: ${json({"fateMoudle": node.name} + labels)}
spec:
  clusterIP: None
  selector: ${json({"fateMoudle": node.name} + selector)}
  ports:
    - name: "4671"
      port: 4671
      targetPort: 4671
      protocol: TCP
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${node.name}
  labels: ${json({"fateMoudle": node.name} + labels)}
spec:
  replicas: 1
  strategy:
    type: Recreate
  selector:
    matchLabels: ${json({"fateMoudle": node.name} + selector)}
  template:
    metadata:
      labels: ${json({"fateMoudle": node.name} + labels)}
    spec:
      containers:
        - name: ${node.name}
          image: ${images.eggroll}
          imagePullPolicy: ${pullPolicy}
          command:
            - bash
            - -c
            - ${bootstrap.command("NodeManagerBootstrap", "4671")}
          ports:
            - containerPort: 4671
          volumeMounts:
            - name: nodemanager-confs
              mountPath: /data/projects/fate/eggroll/conf/eggroll.properties
              subPath: eggroll.properties
            - name: python-confs
              mountPath: /data/projects/fate/conf/
            - name: data-dir
              mountPath: /data/projects/fate/eggroll/data
<#if node.storage.subPath?has_content>
              subPath: ${node.storage.subPath}
</#if>
<#if node.nodeSelector?has_content>
      nodeSelector: ${json(node.nodeSelector)}
</#if>
      restartPolicy: Always
      volumes:
        - name: nodemanager-confs
          configMap:
            name: ${node.name + "-config"}
        - name: python-confs
          configMap:
            name: python-config
        - ${json({"name": "data-dir"} + volume.source(node.storage))}
</#list>
