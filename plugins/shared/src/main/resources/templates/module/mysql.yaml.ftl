<#import "lib/workload.yaml.ftl" as workload>
<#import "lib/probe.yaml.ftl" as probe>
<#import "/lib/environment.yaml.ftl" as environment>
<#--
  The script creates EggRoll's tables; FATE-Flow creates its own. MySQL runs it only on an empty data directory, as it reads the
  variables for database, user and password.
-->
apiVersion: v1
kind: ConfigMap
metadata:
  name: mysql-config
  labels: ${json({"fateMoudle": "mysql"} + labels)}
<#if !engines.sparkCluster>
data:
  create-eggroll-meta-tables.sql: ${file("fate/mysql/create-eggroll-meta-tables.sql")}
</#if>
---
<@workload.service name="mysql" exposure=mysql>
<@workload.port number=3306 name="tcp-mysql" nodePort=mysql.nodePort!0/>
</@workload.service>
---
<@workload.statefulSet name="mysql" service="mysql" part=mysql dataVolume="data"
    annotations={
      "kubefate.io/live-volumes": "mysql-confs",
      "kubefate.io/initial-variables": "MYSQL_DATABASE,MYSQL_USER,MYSQL_PASSWORD",
      "kubefate.io/initial-variables-remedy": "change it in the database first, as root with: kubectl exec -it statefulset/mysql -n "
        + namespace + " -- mysql (ALTER USER changes a password, RENAME USER a user; a new database must be created and filled);"
        + " or restore mysql.database, mysql.user and mysql.password of the file"
    }
    volumes=[workload.files("mysql-confs", "mysql-config")]>
      containers:
        - name: mysql
          image: ${images.mysql}
          imagePullPolicy: ${pullPolicy}
<#if release.capabilities>
          securityContext:
            capabilities:
              add:
                - SYS_NICE
</#if>
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
<@probe.all of={"exec": ["mysqladmin", "ping"]} livenessDelay=60 readinessDelay=10/>
          volumeMounts:
            - name: mysql-confs
              mountPath: /docker-entrypoint-initdb.d/
            - name: data
              mountPath: /var/lib/mysql
<#if mysql.storage.subPath?has_content>
              subPath: ${mysql.storage.subPath}
</#if>
</@workload.statefulSet>
