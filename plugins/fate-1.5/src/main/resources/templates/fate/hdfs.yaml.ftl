<#import "lib/hadoop.yaml.ftl" as hadoop>
<#import "lib/workload.yaml.ftl" as workload>
<#macro service name>
<@workload.service name=name type="ClusterIP">
<@workload.port number=9000/>
<@workload.port number=9870/>
<@workload.port number=50070/>
</@workload.service>
</#macro>
apiVersion: v1
kind: ConfigMap
metadata:
  name: namenode-config
  labels: ${json({"fateMoudle": "namenode"} + labels)}
data:
  core-site.xml: ${file("fate/hdfs/core-site.xml")}
---
<@hadoop.environment module="namenode"/>
---
<@hadoop.environment module="datanode"/>
---
<@service name="namenode"/>
---
<@service name="datanode"/>
---
<@workload.deployment name="namenode" nodeSelector=hdfs.namenode.nodeSelector dataVolume="dfs"
    volumes=[workload.files("namenode-confs", "namenode-config"), workload.directory("dfs")]>
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
            - containerPort: 50070
          volumeMounts:
            - name: namenode-confs
              mountPath: /etc/hadoop/core-site.xml
              subPath: core-site.xml
            - name: dfs
              mountPath: /hadoop/dfs/name
</@workload.deployment>
---
<@workload.deployment name="datanode" nodeSelector=hdfs.datanode.nodeSelector dataVolume="dfs" volumes=[workload.directory("dfs")]>
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
            - containerPort: 9870
            - containerPort: 50070
          volumeMounts:
            - name: dfs
              mountPath: /hadoop/dfs/data
</@workload.deployment>
