<#import "lib/workload.yaml.ftl" as workload>
<#import "lib/probe.yaml.ftl" as probe>
<#import "lib/page.yaml.ftl" as web>
apiVersion: v1
kind: ConfigMap
metadata:
  name: fateboard-config
  labels: ${json({"fateMoudle": "fateboard"} + labels)}
data:
  application.properties: ${file("module/fateboard/application.properties")}
---
<@workload.service name="fateboard" exposure=fateboard>
<@workload.port number=8080 name="tcp-fateboard" nodePort=fateboard.nodePort!0/>
</@workload.service>
---
<@workload.deployment name="fateboard" part=fateboard volumes=[workload.files("fateboard-confs", "fateboard-config")]
    podAnnotations=istio?then({"sidecar.istio.io/rewriteAppHTTPProbers": "false"}, {})>
      containers:
        - name: fateboard
          image: ${images.fateboard}
          imagePullPolicy: ${pullPolicy}
<#if release.boardProgram?has_content>
          command:
            - sh
            - -c
            - ${file("module/fateboard/start.sh")}
</#if>
          ports:
            - containerPort: 8080
<@probe.all of={"http": 8080}/>
          volumeMounts:
            - name: fateboard-confs
              mountPath: ${(release.boardFolder!"/data/projects/fate/fateboard") + "/conf/application.properties"}
              subPath: application.properties
</@workload.deployment>
<#if !istio>
---
<@web.ingress page="fateboard" service="fateboard" port=8080/>
</#if>
