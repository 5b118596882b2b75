<#import "lib/environment.yaml.ftl" as environment>
<#import "lib/storage.yaml.ftl" as volume>
apiVersion: v1
kind: ConfigMap
metadata:
  name: mysql-config
  labels: ${json({"fateMoudle": "mysql"} + labels)}
data:
  create-eggroll-meta-tables.sql: ${file("mysql/create-eggroll-meta-tables.sql")}
<@volume.claim module="mysql" storage=mysql.storage/>
---
apiVersion: v1
kind: Service
metadata:
  name: mysql
  labels: ${json({"fateMoudle": "mysql"} + labels)}
spec:
  type: ${mysql.type}
  selector: ${json({"fateMoudle": "mysql"} + selector)}
  ports:
    - name: "3306"
      port: 3306
      targetPort: 3306
      protocol: TCP
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: mysql
  labels: ${json({"fateMoudle": "mysql"} + labels)}
spec:
  replicas: 1
  strategy:
    type: Recreate
  selector:
    matchLabels: ${json({"fateMoudle": "mysql"} + selector)}
  template:
    metadata:
      labels: ${json({"fateMoudle": "mysql"} + labels)}
    spec:
      containers:
        - name: mysql
          image: ${images.mysql}
          imagePullPolicy: ${pullPolicy}
          env:
            - name: MYSQL_ALLOW_EMPTY_PASSWORD
              value: "1"
            - name: MYSQL_DATABASE
              value: ${environment.literal(mysql.database)}
            - name: MYSQL_USER
              value: ${environment.literal(mysql.user)}
            - name: MYSQL_PASSWORD
              value: ${environment.literal(mysql.password)}
            - name: user
              value: root
          ports:
            - containerPort: 3306
          volumeMounts:
            - name: mysql-confs
              mountPath: /docker-entrypoint-initdb.d/
            - name: data
              mountPath: /var/lib/mysql
<#if mysql.storage.subPath?has_content>
              subPath: ${mysql.storage.subPath}
</#if>
<#if mysql.nodeSelector?has_content>
      nodeSelector: ${json(mysql.nodeSelector)}
</#if>
      restartPolicy: Always
      volumes:
        - name: mysql-confs
          configMap:
            name: mysql-config
        - ${json({"name": "data"} + volume.source(mysql.storage))}
