<#import "lib/workload.yaml.ftl" as workload>
<#import "lib/eggroll.yaml.ftl" as eggroll>
apiVersion: v1
kind: ConfigMap
metadata:
  name: rollsite-config
  labels: ${json({"fateMoudle": "rollsite"} + labels)}
data:
  route_table.json: ${file("module/lbrollsite/route_table.json")}
  nginx.conf: ${file("module/lbrollsite/nginx.conf")}
---
<@workload.service name="rollsite" exposure=lbrollsite partyPort=9370>
<@workload.port number=9370 name="tcp-rollsite" nodePort=lbrollsite.nodePort!0/>
</@workload.service>
---
<@workload.service name="exchange" pods="rollsite" exposure={"type": lbrollsite.type}>
<@workload.port number=9390 name="9390"/>
</@workload.service>
---
<@workload.deployment name="rollsite" part=lbrollsite hostName="rollsite"
    volumes=[workload.files("rollsite-confs", "rollsite-config"), workload.files("eggroll-confs", "eggroll-config")]>
      containers:
        - name: exchange
          image: ${images.plainNginx}
          imagePullPolicy: ${pullPolicy}
          ports:
            - containerPort: 9390
          volumeMounts:
            - name: rollsite-confs
              mountPath: /data/projects/fate/proxy/nginx/conf/nginx.conf
              subPath: nginx.conf
        - name: rollsite
          image: ${images.lbrollsite}
          imagePullPolicy: ${pullPolicy}
          env:
<@eggroll.protobuf/>
          command:
            - bash
            - -c
            - ${file("fate/lbrollsite/start.sh")}
          ports:
            - containerPort: 9370
<@workload.resources part=lbrollsite/>
          volumeMounts:
            - name: rollsite-confs
              mountPath: /data/projects/fate/eggroll/conf/route_table/
<@eggroll.properties/>
</@workload.deployment>
