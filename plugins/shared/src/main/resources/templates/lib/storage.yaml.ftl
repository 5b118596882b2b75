<#-- The claim of a workload, unless it uses an existing claim. -->
<#macro claim module storage>
<#if storage.createClaim>
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: ${storage.claim}
  labels: ${json({"fateMoudle": module} + labels)}
spec:
  accessModes:
    - ${storage.accessMode}
  resources:
    requests:
      storage: ${storage.size}
<#if storage.storageClass??>
  storageClassName: ${storage.storageClass}
</#if>
</#if>
</#macro>
<#-- The source of a volume, as a map without a name. -->
<#function source storage>
  <#if storage.persistent>
    <#return {"persistentVolumeClaim": {"claimName": storage.claim}}>
  </#if>
  <#return {"emptyDir": {}}>
</#function>
