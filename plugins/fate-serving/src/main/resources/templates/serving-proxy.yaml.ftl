<#import "lib/pod.yaml.ftl" as pod>
apiVersion: v1
kind: ConfigMap
metadata:
  name: serving-proxy-config
  labels: ${json({"fateMoudle": "serving-proxy"} + labels)}
data:
  application.properties: ${file("proxy/application.properties")}
  route_table.json: ${file("proxy/route_table.json")}
---
apiVersion: v1
kind: Service
metadata:
  name: serving-proxy
  labels: ${json({"fateMoudle": "serving-proxy"} + labels)}
spec:
  type: ${proxy.type}
  selector: ${json({"fateMoudle": "serving-proxy"} + selector)}
  ports:
    - name: "8059"
      port: 8059
      targetPort: 8059
      protocol: TCP
    - name: "8869"
      port: 8869
      targetPort: 8869
      protocol: TCP
<#if proxy.nodePort??>
      nodePort: ${proxy.nodePort}
</#if>
    - name: "8879"
      port: 8879
      targetPort: 8879
      protocol: TCP
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: serving-proxy
  labels: ${json({"fateMoudle": "serving-proxy"} + labels)}
spec:
  replicas: 1
  strategy:
    type: Recreate
  selector:
    matchLabels: ${json({"fateMoudle": "serving-proxy"} + selector)}
  template:
    metadata:
      labels: ${json({"fateMoudle": "serving-proxy"} + labels)}
    spec:
<@pod.pullSecrets/>
      containers:
        - name: serving-proxy
          image: ${images.proxy}
          imagePullPolicy: ${pullPolicy}
          ports:
            - containerPort: 8059 # requests over HTTP
            - containerPort: 8869 # other parties' serving-proxy
            - containerPort: 8879 # serving-server
          volumeMounts:
            - name: serving-proxy-confs
              mountPath: /data/projects/fate/serving-proxy/conf/application.properties
              subPath: application.properties
            - name: serving-proxy-confs
              mountPath: /data/projects/fate/serving-proxy/conf/route_table.json
              subPath: route_table.json
<#if proxy.nodeSelector?has_content>
      nodeSelector: ${json(proxy.nodeSelector)}
</#if>
      restartPolicy: Always
      volumes:
        - name: serving-proxy-confs
          configMap:
            name: serving-proxy-config
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: serving-proxy
  labels: ${json({"fateMoudle": "serving-proxy"} + labels)}
spec:
  rules:
    - host: ${proxy.host}
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: serving-proxy
                port:
                  number: 8059
