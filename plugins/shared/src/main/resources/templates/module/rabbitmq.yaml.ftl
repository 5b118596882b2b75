<#import "lib/workload.yaml.ftl" as workload>
<#import "lib/probe.yaml.ftl" as probe>
<#import "lib/page.yaml.ftl" as web>
<#import "/lib/environment.yaml.ftl" as environment>
apiVersion: v1
kind: ConfigMap
metadata:
  name: rabbitmq-config
  labels: ${json({"fateMoudle": "rabbitmq"} + labels)}
data:
  enabled_plugins: ${file("module/rabbitmq/enabled_plugins")}
---
<@workload.service name="rabbitmq" exposure=rabbitmq partyPort=5672>
<@workload.port number=5672 name="tcp-rabbitmq" nodePort=rabbitmq.nodePort!0/>
<@workload.port number=15672 name="tcp-rabbitmq1"/>
</@workload.service>
---
<@workload.deployment name="rabbitmq" part=rabbitmq annotations={"kubefate.io/data-volumes": "rabbitmq-data"}
    volumes=[workload.files("rabbitmq-confs", "rabbitmq-config"), workload.directory("rabbitmq-data")]>
      containers:
        - name: rabbitmq
          image: ${images.rabbitmq}
          imagePullPolicy: ${pullPolicy}
          env:
            - name: RABBITMQ_DEFAULT_USER
              value: ${environment.literal(rabbitmq.default_user)}
            - name: RABBITMQ_DEFAULT_PASS
              value: ${environment.literal(rabbitmq.default_pass)}
            - name: RABBITMQ_USER
              value: ${environment.literal(rabbitmq.user)}
            - name: RABBITMQ_PASSWORD
              value: ${environment.literal(rabbitmq.password)}
            - name: RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS
              value: -rabbit max_message_size 536870912
          ports:
            - containerPort: 5672
            - containerPort: 15672
<@workload.resources part=rabbitmq/>
<@probe.all of={"http": 15672}/>
          volumeMounts:
            - name: rabbitmq-confs
              mountPath: /etc/rabbitmq/enabled_plugins
              subPath: enabled_plugins
            - name: rabbitmq-data
              mountPath: /var/lib/rabbitmq
</@workload.deployment>
---
<@web.ingress page="rabbitmq" service="rabbitmq" port=15672/>
