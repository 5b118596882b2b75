<#-- rollsite, clustermanager and python read it, so it does not depend on modules. -->
apiVersion: v1
kind: ConfigMap
metadata:
  name: eggroll-config
  labels: ${json({"fateMoudle": "eggroll"} + selector + {"owner": "kubefate", "cluster": "fate"})}
data:
  eggroll.properties: ${file("fate/eggroll/eggroll.properties", {"processors": 2})}
