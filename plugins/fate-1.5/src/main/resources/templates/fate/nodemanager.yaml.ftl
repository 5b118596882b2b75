<#--
  Every session starts new Python processes, which read the mounted python-config, so its changes need no restart.
-->
<#import "lib/bootstrap.yaml.ftl" as bootstrap>
<#import "lib/workload.yaml.ftl" as workload>
<#import "/lib/storage.yaml.ftl" as volume>
<#list nodemanagers as node>
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: ${node.name + "-config"}
  labels: ${json({"fateMoudle": node.name} + labels)}
data:
  eggroll.properties: ${file("fate/eggroll/eggroll.properties", {"processors": node.sessionProcessorsPerNode})}
<@volume.claim module=node.name storage=node.storage/>
---
<@workload.service name=node.name headless=true>
<@workload.port number=4671/>
</@workload.service>
---
<@workload.deployment name=node.name nodeSelector=node.nodeSelector dataVolume="data-dir" liveVolume="python-confs"
    volumes=[
      workload.files("nodemanager-confs", node.name + "-config"),
      workload.files("python-confs", "python-config"),
      {"name": "data-dir"} + volume.source(node.storage)
    ]>
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
</@workload.deployment>
</#list>
