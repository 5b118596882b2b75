<#-- Mounted by FATE-Flow and the node managers. -->
<#if on.python || on.nodemanager>
apiVersion: v1
kind: ConfigMap
metadata:
  name: python-config
  labels: ${json({"fateMoudle": "python"} + labels)}
data:
  service_conf.yaml: ${file("fate/python/service_conf.yaml")}
  spark-defaults.conf: ${file("module/python/spark-defaults.conf")}
</#if>
