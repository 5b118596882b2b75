<#if !store.existingClaim??>
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: store
  labels: ${json(labels)}
spec:
  accessModes: [ReadWriteOnce]
  resources:
    requests:
      storage: ${store.size}
---
</#if>
apiVersion: v1
kind: Secret
metadata:
  name: store-login
stringData:
  password: ${web.password!"none"}
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: store-config
data:
  create.sql: ${file("create.sql")}
  start.sh: ${file("start.sh")}
---
apiVersion: v1
kind: Service
metadata:
  name: store
spec:
  selector: ${json({"module": "store"} + selector)}
  ports:
    - port: 3306
      protocol: TCP
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: store
spec:
  selector:
    matchLabels: ${json({"module": "store"} + selector)}
  template:
    metadata:
      labels: ${json({"module": "store"} + selector)}
    spec:
<#if pullSecrets?has_content>
      imagePullSecrets: ${json(pullSecrets)}
</#if>
      containers:
        - name: store
          image: ${registry + "store:1.0"}
          imagePullPolicy: ${pullPolicy}
          env:
            - name: PASSWORD
              valueFrom:
                secretKeyRef:
                  name: store-login
                  key: password
          ports:
            - containerPort: 3306
          volumeMounts:
            - name: data
              mountPath: /data
            - name: config
              mountPath: /conf
          resources:
            requests:
              memory: 1Gi
      volumes:
        - name: data
          persistentVolumeClaim:
            claimName: ${store.existingClaim!"store"}
        - name: config
          configMap:
            name: store-config
