<#import "lib/workload.yaml.ftl" as workload>
<#import "lib/probe.yaml.ftl" as probe>
<#import "lib/page.yaml.ftl" as web>
<#macro masterPorts webNodePort=0>
<@workload.port number=8080 name="web-ui" nodePort=webNodePort/>
<@workload.port number=7077 name="master"/>
<@workload.port number=6066 name="master-rest"/>
</#macro>
apiVersion: v1
kind: ConfigMap
metadata:
  name: spark-worker-config
  labels: ${json({"fateMoudle": "spark-worker"} + labels)}
data:
  service_conf.yaml: ${file("module/spark/service_conf.yaml")}
---
<@workload.service name="spark-master" headless=true>
<@masterPorts/>
</@workload.service>
---
<@workload.service name="spark-client" pods="spark-master" exposure=spark.master>
<@masterPorts webNodePort=spark.master.nodePort!0/>
</@workload.service>
---
<#-- Kubernetes rejects a headless Service that is reachable from outside. -->
<@workload.service name="spark-worker-1" pods="spark-worker" exposure=spark.worker headless=spark.worker.type == "ClusterIP">
<@workload.port number=8081 name="tcp-spark"/>
</@workload.service>
---
<@workload.deployment name="spark-master" part=spark.master replicas=spark.master.replicas>
      containers:
        - name: spark-master
          image: ${images.sparkMaster}
          imagePullPolicy: ${pullPolicy}
          ports:
            - containerPort: 8080
            - containerPort: 7077
            - containerPort: 6066
<@workload.resources part=spark.master/>
<@probe.all of={"http": 8080}/>
</@workload.deployment>
---
<@workload.deployment name="spark-worker" part=spark.worker replicas=spark.worker.replicas
    volumes=[workload.files("spark-worker-confs", "spark-worker-config")]>
      containers:
        - name: spark-worker
          image: ${images.sparkWorker}
          imagePullPolicy: ${pullPolicy}
          ports:
            - containerPort: 8081
<@workload.resources part=spark.worker/>
<@probe.all of={"http": 8081}/>
          volumeMounts:
            - name: spark-worker-confs
              mountPath: /data/projects/fate/conf/
</@workload.deployment>
---
<@web.ingress page="spark" service="spark-master" port=8080/>
