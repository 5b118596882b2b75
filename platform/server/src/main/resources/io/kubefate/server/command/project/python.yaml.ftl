<#-- FATE-Flow. Every ${…} prints a whole scalar; join values inside: ${"a-" + name}. -->
<#assign
  selector = {"name": name, "module": "python"}
  labels = selector + {"partyId": partyId, "chart": "[=chart]"}
>
apiVersion: v1
kind: ConfigMap
metadata:
  name: python-config
  labels: ${json(labels)}
data:
  fateflow.properties: ${file("fateflow.properties")}
---
apiVersion: v1
kind: Service
metadata:
  name: fateflow
  labels: ${json(labels)}
spec:
  type: ${python.type}
  selector: ${json(selector)}
  ports:
    - name: http
      port: 9380
      targetPort: http
      protocol: TCP
<#if python.nodePort??>
      nodePort: ${python.nodePort}
</#if>
<#if python.storage.size??>
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: ${python.storage.claim}
  labels: ${json(labels)}
spec:
  accessModes:
    - ReadWriteOnce
  resources:
    requests:
      storage: ${python.storage.size}
<#if python.storage.storageClass??>
  storageClassName: ${python.storage.storageClass}
</#if>
</#if>
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: python
  labels: ${json(labels)}
spec:
  replicas: 1
  strategy:
    type: Recreate
  selector:
    matchLabels: ${json(selector)}
  template:
    metadata:
      labels: ${json(labels)}
    spec:
<#if pullSecrets?has_content>
      imagePullSecrets: ${json(pullSecrets)}
</#if>
<#if python.nodeSelector?has_content>
      nodeSelector: ${json(python.nodeSelector)}
</#if>
      containers:
        - name: python
          image: ${images.python}
          imagePullPolicy: ${pullPolicy}
          env:
            - name: PARTY_ID
              value: ${partyId}
          ports:
            - name: http
              containerPort: 9380
          volumeMounts:
            - name: config
              mountPath: /data/projects/fate/conf/fateflow.properties
              subPath: fateflow.properties
            - name: data
              mountPath: /data/projects/fate/jobs
      volumes:
        - name: config
          configMap:
            name: python-config
        - name: data
<#if python.storage.claim??>
          persistentVolumeClaim:
            claimName: ${python.storage.claim}
<#else>
          emptyDir: {}
</#if>
