work_mode: 1
use_registry: false
fateflow:
  # The python container replaces this line by the address of its pod.
  host: fateflow
  http_port: 9380
  grpc_port: 9360
  proxy: <#if backend == "spark">nginx<#else>rollsite</#if>
fateboard:
  host: fateboard
  port: 8080
database:
  name: ${mysql.database}
  user: ${mysql.user}
  passwd: ${mysql.password}
  host: ${mysql.ip}
  port: ${mysql.port}
  max_connections: 100
  stale_timeout: 30
fate_on_eggroll:
  clustermanager:
    cores_per_node: 20
    nodes: 1
  rollsite:
    host: rollsite
    port: 9370
fate_on_spark:
  spark:
<#if python.spark.home?has_content>
    home: ${python.spark.home}
<#else>
    home:
</#if>
    cores_per_node: ${python.spark.cores_per_node}
    nodes: ${python.spark.nodes}
  hdfs:
    name_node: ${python.hdfs.name_node}
    path_prefix: ${python.hdfs.path_prefix}
  rabbitmq:
    host: ${python.rabbitmq.host}
    mng_port: ${python.rabbitmq.mng_port}
    port: ${python.rabbitmq.port}
    user: ${python.rabbitmq.user}
    password: ${python.rabbitmq.password}
    route_table: ${python.rabbitmq.route_table}
  nginx:
    host: ${python.nginx.host}
    port: ${python.nginx.port}
model_store_address:
  storage: mysql
  name: model
  host: ${mysql.ip}
  port: ${mysql.port}
  user: ${mysql.user}
  passwd: ${mysql.password}
  max_connections: 10
  stale_timeout: 10
servings:
  hosts:
<#if serving.given>
    - ${serving.address}
</#if>
