<#-- FATE-Flow, and in the same pod the notebook client and FATE Board when their modules are on. -->
<#import "lib/environment.yaml.ftl" as environment>
apiVersion: v1
kind: ConfigMap
metadata:
  name: fateboard-config
  labels: ${json({"fateMoudle": "fateboard"} + labels)}
data:
  application.properties: ${file("fateboard/application.properties")}
---
apiVersion: v1
kind: Service
metadata:
  name: fateflow
  labels: ${json({"fateMoudle": "fateflow"} + labels)}
spec:
  type: ClusterIP
  clusterIP: None
  selector: ${json({"fateMoudle": "python"} + selector)}
  ports:
    - name: "9360"
      port: 9360
      targetPort: 9360
      protocol: TCP
    - name: "9380"
      port: 9380
      targetPort: 9380
      protocol: TCP
---
apiVersion: v1
kind: Service
metadata:
  name: fateflow-client
  labels: ${json({"fateMoudle": "fateflow"} + labels)}
spec:
  type: ${python.type}
  selector: ${json({"fateMoudle": "python"} + selector)}
  ports:
    - name: grpc
      port: 9360
      targetPort: 9360
      protocol: TCP
<#if python.grpcNodePort??>
      nodePort: ${python.grpcNodePort}
</#if>
    - name: http
      port: 9380
      targetPort: 9380
      protocol: TCP
<#if python.httpNodePort??>
      nodePort: ${python.httpNodePort}
</#if>
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: python
  labels: ${json({"fateMoudle": "python"} + labels)}
spec:
  replicas: 1
  strategy:
    type: Recreate
  selector:
    matchLabels: ${json({"fateMoudle": "python"} + selector)}
  template:
    metadata:
      labels: ${json({"fateMoudle": "python"} + labels)}
    spec:
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
            - ${file("python/wait-for-mysql.sh")}
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
            - ${file("python/start.sh")}
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
<#if python.nodeSelector?has_content>
      nodeSelector: ${json(python.nodeSelector)}
</#if>
      restartPolicy: Always
      volumes:
        - name: eggroll-confs
          configMap:
            name: eggroll-config
        - name: python-confs
          configMap:
            name: python-config
        - name: fateboard-confs
          configMap:
            name: fateboard-config
        - name: logs
          emptyDir: {}
        - name: download-dir
          emptyDir: {}
