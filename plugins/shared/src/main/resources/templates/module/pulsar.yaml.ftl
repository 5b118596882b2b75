<#import "lib/workload.yaml.ftl" as workload>
<#import "lib/probe.yaml.ftl" as probe>
<#import "lib/page.yaml.ftl" as web>
<#import "/lib/environment.yaml.ftl" as environment>
apiVersion: v1
kind: ConfigMap
metadata:
  name: pulsar-config
  labels: ${json({"fateMoudle": "pulsar"} + labels)}
data:
  standalone.conf: ${file("module/pulsar/standalone.conf")}
---
<@workload.service name="pulsar" exposure=pulsar partyPort=pulsar.tls?then(6651, 6650)>
<@workload.port number=6650 name="http-port" nodePort=pulsar.httpNodePort!0/>
<@workload.port number=6651 name="https-port" nodePort=pulsar.httpsNodePort!0/>
<@workload.port number=8080 name="mng-port"/>
<@workload.port number=8081 name="mngs-port"/>
</@workload.service>
<#if pulsar.publicLoadBalancer>
---
<@workload.service name="pulsar-public-tls" pods="pulsar" exposure={"type": "LoadBalancer"} partyPort=6651>
<@workload.port number=6651 name="tls-port"/>
</@workload.service>
</#if>
---
<@workload.statefulSet name="pulsar" service="pulsar" part=pulsar dataVolume="pulsar-data"
    volumes=[workload.files("pulsar-confs", "pulsar-config")]
      + pulsar.tls?then([workload.secret("pulsar-cert", pulsar.exchange.tlsSecret)], [])>
      containers:
        - name: pulsar
          image: ${images.pulsar}
          imagePullPolicy: ${pullPolicy}
<#if pulsar.env?has_content>
          env:
<#list pulsar.env as variable>
            - name: ${variable.name}
              value: ${environment.literal(variable.value)}
</#list>
</#if>
          command:
            - /bin/bash
            - -c
            - bin/pulsar standalone -nss
          ports:
            - containerPort: 6650
            - containerPort: 6651
            - containerPort: 8080
            - containerPort: 8081
<@workload.resources part=pulsar/>
<@probe.all of={"tcp": pulsar.tls?then(8081, 8080)}/>
          volumeMounts:
            - name: pulsar-confs
              mountPath: /pulsar/conf/standalone.conf
              subPath: standalone.conf
            - name: pulsar-data
              mountPath: /pulsar/data
<#if pulsar.tls>
            - name: pulsar-cert
              mountPath: /opt/pulsar/certs/
</#if>
</@workload.statefulSet>
---
<@web.ingress page="pulsar" service="pulsar" port=8080/>
