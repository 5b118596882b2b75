<#import "lib/workload.yaml.ftl" as workload>
<#import "/lib/environment.yaml.ftl" as environment>
<#import "/lib/storage.yaml.ftl" as volume>
<#--
  The script creates EggRoll's tables; FATE-Flow creates its own. MySQL runs it only on an empty data directory, as it reads the
  variables for database, user and password.
-->
apiVersion: v1
kind: ConfigMap
metadata:
  name: mysql-config
  labels: ${json({"fateMoudle": "mysql"} + labels)}
<#if backend == "eggroll">
data:
  create-eggroll-meta-tables.sql: ${file("fate/mysql/create-eggroll-meta-tables.sql")}
</#if>
<@volume.claim module="mysql" storage=mysql.storage/>
---
<@workload.service name="mysql" type=mysql.type>
<@workload.port number=3306/>
</@workload.service>
---
<@workload.deployment name="mysql" nodeSelector=mysql.nodeSelector dataVolume="data" liveVolume="mysql-confs"
    annotations={
      "kubefate.io/initial-variables": "MYSQL_DATABASE,MYSQL_USER,MYSQL_PASSWORD",
      "kubefate.io/initial-variables-remedy": "change it in the database first, as root with: kubectl exec -it deployment/mysql -n "
        + namespace + " -- mysql (ALTER USER changes a password, RENAME USER a user; a new database must be created and filled);"
        + " or restore mysql.database, mysql.user and mysql.password of the file"
    }
    volumes=[workload.files("mysql-confs", "mysql-config"), {"name": "data"} + volume.source(mysql.storage)]>
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
</@workload.deployment>
