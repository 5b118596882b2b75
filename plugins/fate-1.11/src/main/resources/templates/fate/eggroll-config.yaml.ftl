<#-- Read by the pods of several modules, so it does not depend on one of them. -->
<#if on.clustermanager || on.nodemanager || on.rollsite || on.lbrollsite || (on.python && engines.eggroll)>
apiVersion: v1
kind: ConfigMap
metadata:
  name: eggroll-config
  labels: ${json({"fateMoudle": "eggroll"} + labels)}
data:
  eggroll.properties: ${file("fate/eggroll/eggroll.properties")}
<#if on.rollsite && rollsite.enableTLS>
  cert_configs: ${file("module/eggroll/tls.properties")}
</#if>
</#if>
