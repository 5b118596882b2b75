<#import "lib/bootstrap.yaml.ftl" as bootstrap>
<#import "lib/workload.yaml.ftl" as workload>
<#import "/lib/environment.yaml.ftl" as environment>
<#--
  The cluster manager starts sessions on the node managers in the table server_node. A second container keeps the table up to date,
  so that adding a node manager restarts neither MySQL nor the cluster manager.
-->
<#assign
  registers = backend == "eggroll"
  registration = workload.files("registration", "node-registration")
>
<#if registers>
apiVersion: v1
kind: ConfigMap
metadata:
  name: node-registration
  labels: ${json({"fateMoudle": "clustermanager"} + labels)}
data:
  register-node-managers.sql: ${file("fate/clustermanager/register-node-managers.sql")}
---
</#if>
<@workload.service name="clustermanager" type="ClusterIP" headless=true>
<@workload.port number=4670/>
</@workload.service>
---
<@workload.deployment name="clustermanager" nodeSelector=clustermanager.nodeSelector
    liveVolume=registers?then("registration", "")
    annotations=registers?then({"kubefate.io/sidecars": "node-registration"}, {})
    volumes=[workload.files("eggroll-confs", "eggroll-config")] + registers?then([registration], [])>
      containers:
        - name: clustermanager
          image: ${images.eggroll}
          imagePullPolicy: ${pullPolicy}
          env:
            - name: PROTOCOL_BUFFERS_PYTHON_IMPLEMENTATION
              value: python
          command:
            - bash
            - -c
            - ${bootstrap.command("ClusterManagerBootstrap", "4670")}
          ports:
            - containerPort: 4670
          volumeMounts:
            - name: eggroll-confs
              mountPath: /data/projects/fate/eggroll/conf/eggroll.properties
              subPath: eggroll.properties
<#if registers>
        - name: node-registration
          image: ${images.mysql}
          imagePullPolicy: ${pullPolicy}
          env:
            - name: MYSQL_HOST
              value: ${mysql.ip}
            - name: MYSQL_PORT
              value: ${mysql.port?c}
            - name: MYSQL_USER
              value: ${environment.literal(mysql.user)}
            - name: MYSQL_PASSWORD
              value: ${environment.literal(mysql.password)}
          command:
            - /bin/bash
            - -c
            - ${file("fate/clustermanager/register-node-managers.sh")}
          volumeMounts:
            - name: registration
              mountPath: /registration/
</#if>
</@workload.deployment>
