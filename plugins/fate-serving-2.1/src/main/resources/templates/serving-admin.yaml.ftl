<#import "lib/page.yaml.ftl" as web>
<#import "lib/workload.yaml.ftl" as workload>
apiVersion: v1
kind: ConfigMap
metadata:
  name: serving-admin-config
  labels: ${json({"fateMoudle": "serving-admin"} + labels)}
data:
  application.properties: ${file("admin/application.properties")}
---
<@workload.service name="serving-admin" model=admin>
<@workload.port number=8350 name="serving-admin-http" nodePort=admin.nodePort!0/>
</@workload.service>
---
<@workload.deployment name="serving-admin" model=admin volumes=[workload.files("serving-admin-confs", "serving-admin-config")]>
      containers:
        - name: serving-admin
          image: ${images.admin}
          imagePullPolicy: ${pullPolicy}
          ports:
            - containerPort: 8350
          volumeMounts:
            - name: serving-admin-confs
              mountPath: /data/projects/fate-serving/serving-admin/conf/application.properties
              subPath: application.properties
</@workload.deployment>
---
<@web.ingress service="serving-admin" page=pages.servingAdmin port=8350/>
