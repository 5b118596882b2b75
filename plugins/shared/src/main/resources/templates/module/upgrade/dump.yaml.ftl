<#import "../lib/database-step.yaml.ftl" as step>
<#-- Saves the database in a claim of its own, as large as that of MySQL. Every upgrade adds a file. -->
<#if step.saved>
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: mysql-dumps
  labels: ${json({"fateMoudle": "mysql"} + labels)}
spec:
  accessModes:
    - ${mysql.storage.accessMode}
  resources:
    requests:
      storage: ${mysql.storage.size}
<#if mysql.storage.storageClass??>
  storageClassName: ${mysql.storage.storageClass}
</#if>
---
<@step.job name="dump-database" script="dump.sh" argument="dump" annotations={"kubefate.io/restore-argument": "restore"}
    claim="mysql-dumps">
            - name: REVISION
              valueFrom:
                fieldRef:
                  fieldPath: metadata.annotations['kubefate.io/revision']
</@step.job>
</#if>
