<#import "environment.yaml.ftl" as environment>
<#--
  The cluster manager of EggRoll 2 starts sessions on the node managers in the table server_node. A container of its pod keeps the table up
  to date, so that adding a node manager restarts neither MySQL nor the cluster manager. The volume has the statements.
-->
<#macro statements>
apiVersion: v1
kind: ConfigMap
metadata:
  name: node-registration
  labels: ${json({"fateMoudle": "clustermanager"} + labels)}
data:
  register-node-managers.sql: ${file("fate/clustermanager/register-node-managers.sql")}
</#macro>
<#macro container image host port user password volume>
        - name: node-registration
          image: ${image}
          imagePullPolicy: ${pullPolicy}
          env:
            - name: MYSQL_HOST
              value: ${host}
            - name: MYSQL_PORT
              value: ${port?c}
            - name: MYSQL_USER
              value: ${environment.literal(user)}
            - name: MYSQL_PASSWORD
              value: ${environment.literal(password)}
          command:
            - /bin/bash
            - -c
            - ${file("module/clustermanager/register-node-managers.sh")}
          volumeMounts:
            - name: ${volume}
              mountPath: /registration/
</#macro>
