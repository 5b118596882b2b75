<#import "/module/lib/workload.yaml.ftl" as workload>
<#import "/module/lib/probe.yaml.ftl" as probe>
<#import "/module/lib/eggroll.yaml.ftl" as eggroll>
<#--
  osx reads its route table again when the file changes. The other file changes only with enableTLS, which changes
  the pod, and with the module python, which changes self_party in the route table as well.
  FATE-Flow and the node managers connect to port 9370 without TLS, so with TLS other parties have a port of their own.
-->
<#assign tls = osx.enableTLS>
apiVersion: v1
kind: ConfigMap
metadata:
  name: osx-config
  labels: ${json({"fateMoudle": "osx"} + labels)}
data:
  route_table.json: ${file("fate/osx/route_table.json")}
  broker.properties: ${file("fate/osx/broker.properties")}
---
<@workload.service name="osx" exposure=osx partyPort=tls?then(9883, 9370)>
<@workload.port number=9370 name="tcp-osx" nodePort=tls?then(0, osx.nodePort!0)/>
<#if tls>
<@workload.port number=9883 name="tls-osx" nodePort=osx.nodePort!0/>
</#if>
</@workload.service>
---
<@workload.deployment name="osx" part=osx hostName="osx" annotations={"kubefate.io/live-volumes": "osx-confs"}
    volumes=[workload.files("osx-confs", "osx-config")] + tls?then([workload.secret("eggroll-certs", osx.tlsSecret)], [])>
      containers:
        - name: osx
          image: ${images.osx}
          imagePullPolicy: ${pullPolicy}
          env:
<@eggroll.protobuf/>
          command:
            - sh
            - -c
            - ${file("fate/osx/start.sh")}
          ports:
            - containerPort: 9370
<#if tls>
            - containerPort: 9883
</#if>
<@workload.resources part=osx/>
<@probe.all of={"tcp": 9370}/>
          volumeMounts:
            - name: osx-confs
              mountPath: /data/projects/fate/osx/conf/broker/
<#if tls>
            - name: eggroll-certs
              mountPath: /data/projects/fate/eggroll/conf/cert/
</#if>
</@workload.deployment>
