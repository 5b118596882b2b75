<#import "lib/workload.yaml.ftl" as workload>
<#import "lib/probe.yaml.ftl" as probe>
<#import "lib/eggroll.yaml.ftl" as eggroll>
<#import "/lib/environment.yaml.ftl" as environment>
<#-- FATE-Flow reads the route table of its broker, and eggroll.properties on EggRoll. -->
<#assign
  spark = "/data/projects/spark-3.1.3-bin-hadoop3.2/conf/"
  broker = engines.broker
  volumes = [workload.files("python-confs", "python-config")]
    + engines.eggroll?then([workload.files("eggroll-confs", "eggroll-config")], [])
    + broker?has_content?then([workload.files(broker + "-route-table", broker + "-route-table")], [])
>
apiVersion: v1
kind: ConfigMap
metadata:
  name: pulsar-route-table
  labels: ${json({"fateMoudle": "python"} + labels)}
data:
  pulsar_route_table.yaml: ${file("module/python/pulsar_route_table.yaml")}
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: rabbitmq-route-table
  labels: ${json({"fateMoudle": "python"} + labels)}
data:
  rabbitmq_route_table.yaml: ${file("module/python/rabbitmq_route_table.yaml")}
---
<@workload.service name="fateflow" pods="python" module="fateflow" headless=true>
<@workload.port number=9360 name="tcp-grpc"/>
<@workload.port number=9380 name="tcp-http"/>
</@workload.service>
---
<@workload.service name="fateflow-client" pods="python" module="fateflow" exposure=python>
<@workload.port number=9360 name="tcp-grpc" nodePort=python.grpcNodePort!0/>
<@workload.port number=9380 name="tcp-http" nodePort=python.httpNodePort!0/>
</@workload.service>
<#if python.driver.ports?has_content>
---
<@workload.service name="fateflow-sparkdriver" pods="python" module="fateflow" exposure=python.driver>
<#list python.driver.ports as port>
<@workload.port number=port.number name=port.name nodePort=port.nodePort/>
</#list>
</@workload.service>
</#if>
---
<@workload.statefulSet name="python" service="fateflow" part=python replicas=python.replicas dataVolume="python-data"
    volumes=volumes account=python.serviceAccountName!serviceAccount
    podAnnotations=istio?then({"sidecar.istio.io/rewriteAppHTTPProbers": "false"}, {})>
<#-- With Istio, init containers have no network. -->
<#if !istio>
      initContainers:
        - name: ping-mysql
          image: ${images.mysql}
          imagePullPolicy: ${pullPolicy}
          env:
            - name: MYSQL_DATABASE
              value: ${environment.literal(database.name)}
            - name: MYSQL_USER
              value: ${environment.literal(database.user)}
            - name: MYSQL_PASSWORD
              value: ${environment.literal(database.password)}
            - name: MYSQL_HOST
              value: ${database.host}
            - name: MYSQL_PORT
              value: ${database.port?c}
          command:
            - /bin/bash
            - -c
            - ${file("module/python/wait-for-mysql.sh")}
</#if>
      containers:
        - name: fateflow
          image: ${images.python}
          imagePullPolicy: ${pullPolicy}
          env:
            - name: POD_IP
              valueFrom:
                fieldRef:
                  fieldPath: status.podIP
            - name: FATE_LOG_LEVEL
              value: ${python.logLevel}
            - name: FATE_PROJECT_BASE
              value: /data/projects/fate
<#if (release.flowPath!"")?has_content>
            - name: PYTHONPATH
              value: ${release.flowPath}
</#if>
<#if release.languageModels>
<@eggroll.languageModels/>
</#if>
<#if engines.sparkCluster>
            - name: FATE_FLOW_UPLOAD_MAX_NUM
              value: "1000000"
            - name: FATE_FLOW_UPLOAD_MAX_BYTES
              value: "104868093952"
</#if>
          command:
            - /bin/bash
            - -c
            - ${file("fate/python/start.sh")}
          ports:
            - name: grpc-port
              containerPort: 9360
            - name: http-port
              containerPort: 9380
<#list python.driver.ports as port>
            - containerPort: ${port.number}
</#list>
<@workload.resources part=python/>
<@probe.all of={"tcp": 9380} livenessDelay=30 livenessTimeout=5 readinessDelay=5/>
          volumeMounts:
<#if engines.eggroll>
<@eggroll.properties/>
</#if>
            - name: python-confs
              mountPath: /data/projects/fate/conf-tmp/
            - name: python-confs
              mountPath: ${spark + "spark-defaults-template.conf"}
              subPath: spark-defaults.conf
<#if broker?has_content>
            - name: ${broker + "-route-table"}
              mountPath: ${"/data/projects/fate/" + release.routeTables + broker + "_route_table"}
</#if>
<#list {
  release.flow + "/logs": "logs",
  release.flow + "/jobs": "jobs",
  release.flow + "/model_local_cache": "model-local-cache"
} + release.languageModels?then({"llm": "llm"}, {}) as path, subPath>
            - name: python-data
              mountPath: ${"/data/projects/fate/" + path}
              subPath: ${subPath}
</#list>
</@workload.statefulSet>
