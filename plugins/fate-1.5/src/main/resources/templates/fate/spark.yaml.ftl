<#import "lib/workload.yaml.ftl" as workload>
<#import "/lib/ingress.yaml.ftl" as web>
<#-- The Services are headless unless they must be reachable from outside of Kubernetes. -->
<@workload.service name="spark-master" type=spark.master.type headless=spark.master.type == "ClusterIP">
<@workload.port number=8080 name="web-ui"/>
<@workload.port number=7077 name="master"/>
<@workload.port number=6066 name="master-rest"/>
</@workload.service>
---
<@workload.service name="spark-worker-1" pods="spark-worker" type=spark.worker.type headless=spark.worker.type == "ClusterIP">
<@workload.port number=8081/>
</@workload.service>
---
<@workload.deployment name="spark-master" replicas=spark.master.replicas nodeSelector=spark.master.nodeSelector>
      containers:
        - name: spark-master
          image: ${images.sparkMaster}
          imagePullPolicy: ${pullPolicy}
          env:
            - name: PYSPARK_PYTHON
              value: /data/projects/python/venv/bin/python
            - name: PYSPARK_DRIVER_PYTHON
              value: /data/projects/python/venv/bin/python
          ports:
            - containerPort: 8080
            - containerPort: 7077
            - containerPort: 6066
          resources:
            requests: ${json(spark.master.requests)}
</@workload.deployment>
---
<@workload.deployment name="spark-worker" replicas=spark.worker.replicas nodeSelector=spark.worker.nodeSelector
    volumes=[workload.files("python-confs", "python-config")]>
      containers:
        - name: spark-worker
          image: ${images.sparkWorker}
          imagePullPolicy: ${pullPolicy}
          ports:
            - containerPort: 8081
          resources:
            requests: ${json(spark.worker.requests)}
          volumeMounts:
            - name: python-confs
              mountPath: /data/projects/fate/conf/
</@workload.deployment>
---
<@web.ingress name="spark" service="spark-master" port=8080 host=partyId?c + ".spark.kubefate.net"/>
