<#-- FATE-Flow, and in the same pod the notebook and FATE Board if their modules are listed. -->
<#import "lib/workload.yaml.ftl" as workload>
<#import "/lib/environment.yaml.ftl" as environment>
apiVersion: v1
kind: ConfigMap
metadata:
  name: fateboard-config
  labels: ${json({"fateMoudle": "fateboard"} + labels)}
data:
  application.properties: ${file("fate/fateboard/application.properties")}
---
<@workload.service name="fateflow" pods="python" module="fateflow" type="ClusterIP" headless=true>
<@workload.port number=9360/>
<@workload.port number=9380/>
</@workload.service>
---
<@workload.service name="fateflow-client" pods="python" module="fateflow" type=python.type>
<@workload.port number=9360 name="grpc" nodePort=python.grpcNodePort!0/>
<@workload.port number=9380 name="http" nodePort=python.httpNodePort!0/>
</@workload.service>
---
<@workload.deployment name="python" nodeSelector=python.nodeSelector
    volumes=[
      workload.files("eggroll-confs", "eggroll-config"),
      workload.files("python-confs", "python-config"),
      workload.files("fateboard-confs", "fateboard-config"),
      workload.directory("logs"),
      workload.directory("download-dir")
    ]>
      initContainers:
        - name: mysql
          image: ${images.mysql}
          imagePullPolicy: ${pullPolicy}
          env:
            - name: MYSQL_DATABASE
              value: ${environment.literal(mysql.database)}
            - name: MYSQL_USER
              value: ${environment.literal(mysql.user)}
            - name: MYSQL_PASSWORD
              value: ${environment.literal(mysql.password)}
            - name: MYSQL_HOST
              value: ${mysql.ip}
            - name: MYSQL_PORT
              value: ${mysql.port?c}
          command:
            - /bin/bash
            - -c
            - ${file("fate/python/wait-for-mysql.sh")}
      containers:
        - name: python
          image: ${images.python}
          imagePullPolicy: ${pullPolicy}
          env:
            - name: PYSPARK_PYTHON
              value: /data/projects/python/venv/bin/python
            - name: PYSPARK_DRIVER_PYTHON
              value: /data/projects/python/venv/bin/python
            - name: POD_IP
              valueFrom:
                fieldRef:
                  fieldPath: status.podIP
          command:
            - /bin/bash
            - -c
            - ${file("fate/python/start.sh")}
          ports:
            - containerPort: 9360
            - containerPort: 9380
          volumeMounts:
            - name: eggroll-confs
              mountPath: /data/projects/fate/eggroll/conf/eggroll.properties
              subPath: eggroll.properties
            - name: logs
              mountPath: /data/projects/fate/logs
            - name: python-confs
              mountPath: /data/projects/fate/conf1/
            - name: download-dir
              mountPath: /data/projects/fate/python/download_dir
            - name: python-confs
              mountPath: /data/projects/spark-2.4.1-bin-hadoop2.7/conf/spark-defaults.conf
              subPath: spark-defaults.conf
            - name: python-confs
              mountPath: /data/projects/fate/conf/rabbitmq_route_table.yaml
              subPath: rabbitmq_route_table.yaml
<#if on.client>
        - name: client
          image: ${images.client}
          imagePullPolicy: ${pullPolicy}
          env:
            - name: partyId
              value: ${partyId?c}
            - name: FATE_FLOW_HOST
              value: fateflow:9380
            - name: FATE_SERVING_HOST
              value: ${serving.address}
          ports:
            - containerPort: 20000
          volumeMounts:
            - name: python-confs
              mountPath: /data/projects/fate/conf/
            - name: download-dir
              mountPath: /fml_manager/Examples/download_dir
</#if>
<#if on.fateboard>
        - name: fateboard
          image: ${images.fateboard}
          imagePullPolicy: ${pullPolicy}
          ports:
            - containerPort: 8080
          volumeMounts:
            - name: fateboard-confs
              mountPath: /data/projects/fate/fateboard/conf/application.properties
              subPath: application.properties
            - name: logs
              mountPath: /data/projects/fate/logs
</#if>
</@workload.deployment>
