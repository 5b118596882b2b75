party_id: ${partyId?c}
use_registry: ${serving.useRegistry}
log_level: 20
encrypt:
  key_0:
    module: fate_flow.hub.encrypt.password_encrypt#pwdecrypt
    private_path: private_key.pem
fateflow:
  # The container replaces this by the address of its pod.
  host: fateflow_ip
  http_port: 9380
  grpc_port: 9360
  proxy_name: ${engines.proxy}
  nginx:
    host:
    http_port:
    grpc_port:
database:
  engine: mysql
  decrypt_key:
  mysql:
    name: ${database.name}
    user: ${database.user}
    passwd: ${database.password}
    host: ${database.host}
    port: ${database.port}
    max_connections: 100
    stale_timeout: 30
  sqlite:
    path:
default_engines:
  computing: ${engines.computing}
  federation: ${engines.federation}
  storage: ${engines.storage}
default_provider:
  name: fate
  version:
  device: local
computing:
  standalone:
    cores: 32
  eggroll:
    cores: ${python.clustermanager.cores_per_node}
    nodes: ${python.clustermanager.nodes}
    host: clustermanager
    port: 4670
  spark:
    home: /data/projects/spark-3.1.3-bin-hadoop3.2/
    cores: ${python.spark.cores}
federation:
  osx:
    host: osx
    port: 9370
    mode: stream
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
    protocol: http
  rabbitmq:
    host: ${python.rabbitmq.host}
    mng_port: ${python.rabbitmq.mng_port}
    port: ${python.rabbitmq.port}
    user: ${python.rabbitmq.user}
    password: ${python.rabbitmq.password}
    route_table: conf/rabbitmq_route_table/rabbitmq_route_table.yaml
    mode: replication
    max_message_size: 1048576
storage:
  hdfs:
    name_node: ${python.hdfs.name_node}
hook_module:
  client_authentication: fate_flow.hook.flow.client_authentication
  site_authentication: fate_flow.hook.flow.site_authentication
  permission: fate_flow.hook.flow.permission
authentication:
  client: false
  site: false
  permission: false
model_store:
  engine: file
  decrypt_key:
  file:
    path:
  # Not used with engine: file.
  mysql:
    name: fate_flow
    user: fate
    passwd: fate
    host: 127.0.0.1
    port: 3306
    max_connections: 100
    stale_timeout: 30
  tencent_cos:
    Region:
    SecretId:
    SecretKey:
    Bucket:
servings:
  hosts:
    - ${serving.given?then(serving.address, "")}
zookeeper: ${json(serving.zookeeper)}
