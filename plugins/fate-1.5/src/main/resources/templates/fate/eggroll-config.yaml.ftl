<#-- Read by rollsite, clustermanager and the python pod, so it is there whatever modules are on. -->
apiVersion: v1
kind: ConfigMap
metadata:
  name: eggroll-config
  labels: ${json({"fateMoudle": "eggroll"} + selector + {"owner": "kubefate", "cluster": "fate"})}
data:
  eggroll.properties: ${file("fate/eggroll/eggroll.properties", {"processors": 2})}
