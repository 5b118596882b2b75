<#import "/module/lib/workload.yaml.ftl" as workload>
<#import "/module/lib/probe.yaml.ftl" as probe>
apiVersion: v1
kind: ConfigMap
metadata:
  name: traffic-server-config
  labels: ${json({"fateMoudle": "traffic-server"} + labels)}
data:
  records.config: ${file("exchange/traffic-server/records.config")}
  ssl_multicert.config: |
    dest_ip=* ssl_cert_name=proxy.cert.pem ssl_key_name=proxy.key.pem
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: traffic-server-sni
  labels: ${json({"fateMoudle": "traffic-server"} + labels)}
data:
  sni.yaml: ${file("exchange/traffic-server/sni.yaml")}
---
<@workload.service name="traffic-server" exposure=trafficServer partyPort=443>
<@workload.port number=443 name="443" nodePort=trafficServer.nodePort!0/>
</@workload.service>
---
<@workload.deployment name="traffic-server" part=trafficServer replicas=trafficServer.replicas
    volumes=[
      workload.files("traffic-server-confs", "traffic-server-config"),
      workload.files("traffic-server-sni", "traffic-server-sni"),
      workload.secret("traffic-server-cert-file", trafficServer.tlsSecret)
    ]>
      containers:
        - name: traffic-server
          image: ${images.trafficServer}
          imagePullPolicy: ${pullPolicy}
          command:
            - /bin/bash
            - -c
            - /opt/trafficserver/bin/traffic_manager
          ports:
            - containerPort: 8080
            - containerPort: 443
<@probe.all of={"tcp": 443}/>
<@workload.resources part=trafficServer/>
          volumeMounts:
            - name: traffic-server-confs
              mountPath: /etc/trafficserver/records.config
              subPath: records.config
            - name: traffic-server-confs
              mountPath: /etc/trafficserver/ssl_multicert.config
              subPath: ssl_multicert.config
            - name: traffic-server-sni
              mountPath: /opt/trafficserver/etc/trafficserver/sni
            - name: traffic-server-cert-file
              mountPath: /opt/proxy
            - name: traffic-server-cert-file
              mountPath: /opt/trafficserver/etc/trafficserver/proxy.cert.pem
              subPath: proxy.cert.pem
            - name: traffic-server-cert-file
              mountPath: /opt/trafficserver/etc/trafficserver/proxy.key.pem
              subPath: proxy.key.pem
</@workload.deployment>
