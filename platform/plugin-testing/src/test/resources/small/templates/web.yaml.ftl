apiVersion: v1
kind: ConfigMap
metadata:
  name: web-config
  labels: ${json(labels)}
data:
  web.properties: ${file("web.properties")}
  routes.json: ${file("routes.json")}
---
apiVersion: v1
kind: Service
metadata:
  name: web
  labels: ${json(labels)}
spec:
  selector: ${json({"module": "web"} + selector)}
  ports:
    - port: 8080
      targetPort: http
      protocol: TCP
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels: ${json(labels)}
spec:
  selector:
    matchLabels: ${json({"module": "web"} + selector)}
  template:
    metadata:
      labels: ${json({"module": "web"} + selector)}
    spec:
<#if pullSecrets?has_content>
      imagePullSecrets: ${json(pullSecrets)}
</#if>
<#if web.nodeSelector?has_content>
      nodeSelector: ${json(web.nodeSelector)}
</#if>
      containers:
        - name: web
          image: ${registry + "web:1.0"}
          imagePullPolicy: ${pullPolicy}
          env:
            - name: GREETING
              value: ${web.greeting?replace("$", "$$")}
            - name: PARTY
              value: ${partyId?c}
          ports:
            - name: http
              containerPort: 8080
          volumeMounts:
            - name: config
              mountPath: /conf/web.properties
              subPath: web.properties
      volumes:
        - name: config
          configMap:
            name: web-config
