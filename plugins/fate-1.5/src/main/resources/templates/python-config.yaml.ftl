<#-- The node managers mount it as well as the python pod, so either module brings it. -->
<#if on.python || on.nodemanager>
apiVersion: v1
kind: ConfigMap
metadata:
  name: python-config
  labels: ${json({"fateMoudle": "python"} + labels)}
data:
  service_conf.yaml: ${file("python/service_conf.yaml")}
  transfer_conf.yaml: ${file("python/transfer_conf.yaml")}
  pipeline_conf.yaml: ${file("python/pipeline_conf.yaml")}
  rabbitmq_route_table.yaml: ${file("python/rabbitmq_route_table.yaml")}
  spark-defaults.conf: ${file("python/spark-defaults.conf")}
</#if>
