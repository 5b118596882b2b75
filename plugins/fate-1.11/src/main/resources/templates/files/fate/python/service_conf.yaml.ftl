<#macro given of><#if of?has_content>${of}</#if></#macro>
use_registry: ${serving.useRegistry}
use_deserialize_safe_module: false
dependent_distribution: ${flow.dependentDistribution}
encrypt_password: false
encrypt_module: fate_arch.common.encrypt_utils#pwdecrypt
private_key:
private_key_file:
party_id: <#if release.languageModels>${partyId}</#if>
hook_module:
  client_authentication: fate_flow.hook.flow.client_authentication
  site_authentication: fate_flow.hook.flow.site_authentication
  permission: fate_flow.hook.flow.permission
hook_server_name:
authentication:
  client:
    switch: false
    http_app_key:
    http_secret_key:
  site:
    switch: false
permission:
  switch: false
  component: false
  dataset: false
fateflow:
  # The container replaces this by the address of its pod.
  host: fateflow_ip
  http_port: 9380
  grpc_port: 9360
  nginx:
    host: fateflow
    http_port: 9380
    grpc_port: 9360
  random_instance_id: false
  proxy: ${engines.proxy}
  protocol: default
  default_federated_status_collect_type: PULL
database:
  name: ${database.name}
  user: ${database.user}
  passwd: ${database.password}
  host: ${database.host}
  port: ${database.port}
  max_connections: 100
  stale_timeout: 30
default_engines:
  computing: ${engines.computing}
  federation: ${engines.federation}
  storage: ${engines.storage}
fate_on_standalone:
  standalone:
    cores_per_node: 20
    nodes: 1
fate_on_eggroll:
  clustermanager:
    cores_per_node: ${python.clustermanager.cores_per_node}
    nodes: ${python.clustermanager.nodes}
  rollsite:
    host: rollsite
    port: 9370
fate_on_spark:
  spark:
    home: /data/projects/spark-3.1.3-bin-hadoop3.2/
    cores_per_node: ${flow.spark.cores_per_node}
    nodes: ${flow.spark.nodes}
  linkis_spark:
    cores_per_node: 20
    nodes: 2
    host: 127.0.0.1
    port: 9001
    token_code: MLSS
    python_path: /data/projects/fate/python
  hive:
    host: <@given of=flow.hive.host/>
    port: <@given of=flow.hive.port/>
    auth_mechanism: <@given of=flow.hive.auth_mechanism/>
    username: <@given of=flow.hive.username/>
    password: <@given of=flow.hive.password/>
  linkis_hive:
    host: 127.0.0.1
    port: 9001
  hdfs:
    name_node: ${python.hdfs.name_node}
    path_prefix: <@given of=flow.pathPrefix/>
  rabbitmq:
    host: ${python.rabbitmq.host}
    mng_port: ${python.rabbitmq.mng_port}
    port: ${python.rabbitmq.port}
    user: ${python.rabbitmq.user}
    password: ${python.rabbitmq.password}
    route_table: conf/rabbitmq_route_table/rabbitmq_route_table.yaml
    mode: replication
    max_message_size: 1048576
  pulsar:
    host: ${python.pulsar.host}
    port: ${python.pulsar.port}
    mng_port: ${python.pulsar.mng_port}
    topic_ttl: ${python.pulsar.topic_ttl}
    cluster: ${python.pulsar.cluster}
    tenant: ${python.pulsar.tenant}
    route_table: conf/pulsar_route_table/pulsar_route_table.yaml
    mode: replication
    max_message_size: 1048576
  nginx:
    host: ${python.nginx.host}
    http_port: ${python.nginx.http_port}
    grpc_port: ${python.nginx.grpc_port}
fateboard:
  host: fateboard
  port: 8080
<#if release.modelStore == "mysql">
enable_model_store: true
model_store_address:
  storage: mysql
  database: ${database.name}
  host: ${database.host}
  port: ${database.port}
  user: ${database.user}
  password: ${database.password}
  max_connections: 10
  stale_timeout: 10
<#else>
enable_model_store: false
model_store_address:
  storage: tencent_cos
  Region:
  SecretId:
  SecretKey:
  Bucket:
</#if>
servings:
  hosts:
    - ${serving.given?then(serving.address, "")}
zookeeper: ${json(serving.zookeeper)}
