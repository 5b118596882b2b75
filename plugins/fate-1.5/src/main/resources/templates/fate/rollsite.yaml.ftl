<#import "lib/workload.yaml.ftl" as workload>
apiVersion: v1
kind: ConfigMap
metadata:
  name: rollsite-config
  labels: ${json({"fateMoudle": "rollsite"} + labels)}
data:
  route_table.json: ${file("fate/rollsite/route_table.json")}
---
<@workload.service name="rollsite" type=rollsite.type partyPort=9370>
<@workload.port number=9370 nodePort=rollsite.nodePort!0/>
</@workload.service>
---
<@workload.deployment name="rollsite" nodeSelector=rollsite.nodeSelector
    volumes=[workload.files("rollsite-confs", "rollsite-config"), workload.files("eggroll-confs", "eggroll-config")]>
      hostAliases:
        - ip: 127.0.0.1
          hostnames: [rollsite]
      containers:
        - name: rollsite
          image: ${images.eggroll}
          imagePullPolicy: ${pullPolicy}
          env:
            - name: PROTOCOL_BUFFERS_PYTHON_IMPLEMENTATION
              value: python
          command:
            - bash
            - -c
            - ${r"java -Dlog4j.configurationFile=$${EGGROLL_HOME}/conf/log4j2.properties"
                + r" -cp $${EGGROLL_HOME}/lib/*:$${EGGROLL_HOME}/conf/"
                + r" com.webank.eggroll.rollsite.EggSiteBootstrap -c $${EGGROLL_HOME}/conf/eggroll.properties"}
          ports:
            - containerPort: 9370
          volumeMounts:
            - name: rollsite-confs
              mountPath: /data/projects/fate/eggroll/conf/route_table/
            - name: eggroll-confs
              mountPath: /data/projects/fate/eggroll/conf/eggroll.properties
              subPath: eggroll.properties
</@workload.deployment>
