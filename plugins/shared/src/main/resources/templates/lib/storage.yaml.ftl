<#-- The claim of a workload that keeps its data, unless it uses one that exists. -->
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
<#-- What a volume named by the caller is made of, as JSON. -->
<#function source storage>
  <#if storage.persistent>
    <#return {"persistentVolumeClaim": {"claimName": storage.claim}}>
  </#if>
  <#return {"emptyDir": {}}>
</#function>
