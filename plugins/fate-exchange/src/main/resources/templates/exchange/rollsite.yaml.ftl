<#import "/module/lib/workload.yaml.ftl" as workload>
<#import "/module/lib/probe.yaml.ftl" as probe>
<#import "/module/lib/eggroll.yaml.ftl" as eggroll>
<#-- With enableTLS, EggRoll still listens on port 9370 without TLS, so other parties connect to its other port. -->
<#assign tls = rollsite.enableTLS>
apiVersion: v1
kind: ConfigMap
metadata:
  name: rollsite-config
  labels: ${json({"fateMoudle": "rollsite"} + labels)}
data:
  eggroll.properties: ${file("exchange/rollsite/eggroll.properties")}
  route_table.json: ${file("module/rollsite/route_table.json")}
---
<@workload.service name="rollsite" exposure=rollsite partyPort=tls?then(9380, 9370)>
<@workload.port number=9370 name="tcp-rollsite" nodePort=tls?then(0, rollsite.nodePort!0)/>
<#if tls>
<@workload.port number=9380 name="tls-rollsite" nodePort=rollsite.nodePort!0/>
</#if>
</@workload.service>
---
<@workload.deployment name="rollsite" part=rollsite hostName="rollsite"
    volumes=[workload.files("rollsite-confs", "rollsite-config")]
      + tls?then([workload.secret("eggroll-certs", rollsite.tlsSecret)], [])>
      containers:
        - name: rollsite
          image: ${images.eggroll}
          imagePullPolicy: ${pullPolicy}
          env:
<@eggroll.protobuf/>
          command:
            - bash
            - -c
            - ${file("exchange/rollsite/start.sh")}
          ports:
            - containerPort: 9370
<#if tls>
            - containerPort: 9380
</#if>
<@workload.resources part=rollsite/>
<@probe.all of={"tcp": 9370}/>
          volumeMounts:
            - name: rollsite-confs
              mountPath: /data/projects/fate/eggroll/conf/route_table/
            - name: rollsite-confs
              mountPath: /data/projects/fate/eggroll/conf/eggroll.properties
              subPath: eggroll.properties
<#if tls>
            - name: eggroll-certs
              mountPath: /data/projects/fate/eggroll/conf/cert/
</#if>
</@workload.deployment>
