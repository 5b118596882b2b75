<#-- Mounted by python, node managers and Spark workers. -->
<#if on.python || on.nodemanager || on.spark>
apiVersion: v1
kind: ConfigMap
metadata:
  name: python-config
  labels: ${json({"fateMoudle": "python"} + labels)}
data:
  service_conf.yaml: ${file("fate/python/service_conf.yaml")}
  transfer_conf.yaml: ${file("fate/python/transfer_conf.yaml")}
  pipeline_conf.yaml: ${file("fate/python/pipeline_conf.yaml")}
  rabbitmq_route_table.yaml: ${file("fate/python/rabbitmq_route_table.yaml")}
  spark-defaults.conf: ${file("fate/python/spark-defaults.conf")}
</#if>
