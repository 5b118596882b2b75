<#import "lib/hadoop.yaml.ftl" as hadoop>
<#import "lib/workload.yaml.ftl" as workload>
<#import "lib/probe.yaml.ftl" as probe>
<#function reaches port>
  <#return {"exec": ["/bin/bash", "-c", "curl -f localhost:" + port?c]}>
</#function>
<#macro service name part webPort>
<@workload.service name=name exposure=part>
<@workload.port number=9000 name="tcp-9000" nodePort=part.nodePort!0/>
<@workload.port number=webPort name="tcp-" + webPort?c/>
</@workload.service>
</#macro>
apiVersion: v1
kind: ConfigMap
metadata:
  name: namenode-config
  labels: ${json({"fateMoudle": "namenode"} + labels)}
data:
  core-site.xml: ${file("module/hdfs/core-site.xml")}
---
<@hadoop.environment module="namenode"/>
---
<@hadoop.environment module="datanode"/>
---
<@service name="namenode" part=hdfs.namenode webPort=9870/>
---
<@service name="datanode" part=hdfs.datanode webPort=9864/>
---
<@workload.statefulSet name="namenode" service="namenode" part=hdfs.namenode dataVolume="dfs"
    volumes=[workload.files("namenode-confs", "namenode-config")]>
<#if hdfs.namenode.storage.persistent>
<#-- The name node formats only an empty directory, and a new file system is not empty. -->
      initContainers:
        - name: delete-lost-found
          image: ${images.busybox}
          imagePullPolicy: ${pullPolicy}
          command:
            - sh
            - -c
            - rm -rf /hadoop/dfs/name/lost+found
          volumeMounts:
            - name: dfs
              mountPath: /hadoop/dfs/name
</#if>
      containers:
        - name: namenode
          image: ${images.namenode}
          imagePullPolicy: ${pullPolicy}
          env:
            - name: CLUSTER_NAME
              value: fate
          envFrom:
            - configMapRef:
                name: namenode-env
          ports:
            - containerPort: 9000
            - containerPort: 9870
<@probe.all of=reaches(9870) livenessDelay=30 livenessTimeout=5 readinessDelay=5 readinessTimeout=1/>
          volumeMounts:
            - name: namenode-confs
              mountPath: /etc/hadoop/core-site.xml
              subPath: core-site.xml
            - name: dfs
              mountPath: /hadoop/dfs/name
</@workload.statefulSet>
---
<@workload.statefulSet name="datanode" service="datanode" part=hdfs.datanode replicas=hdfs.datanode.replicas dataVolume="dfs">
      containers:
        - name: datanode
          image: ${images.datanode}
          imagePullPolicy: ${pullPolicy}
          env:
            - name: SERVICE_PRECONDITION
              value: namenode:9000
          envFrom:
            - configMapRef:
                name: datanode-env
          ports:
            - containerPort: 9000
            - containerPort: 9864
<@probe.all of=reaches(9864)/>
          volumeMounts:
            - name: dfs
              mountPath: /hadoop/dfs/data
</@workload.statefulSet>
