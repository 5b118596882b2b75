<#assign certificates = osx.enableTLS?then("/data/projects/fate/eggroll/conf/cert/", "")>
<#-- The route table lists no party of this name, so an exchange forwards all requests. -->
self.party=${osx.onlyForwards?then("default", partyId)}
deploy.mode=standalone
zk.url=127.0.0.1:2181
stream.limit.mode=LOCAL
eggroll.cluster.manager.ip=clustermanager
eggroll.cluster.manager.port=4670
produce.msg.max.try.time=3
mapped.file.size=134217728

# The first port is for this cluster, that with TLS for other parties
grpc.port=9370
open.grpc.tls.server=${osx.enableTLS?c}
grpc.tls.port=9883
server.ca.file=${osx.enableTLS?then(certificates + "ca.pem", "")}
server.cert.chain.file=${osx.enableTLS?then(certificates + "server.crt", "")}
server.private.key.file=${osx.enableTLS?then(certificates + "server.key", "")}

# HTTP is for programs of other vendors
open.http.server=false
http.port=8087
https.port=8088
http.use.tls=false
http.client.method.config={"UNARY_CALL":{"reqTimeout":0,"connectionTimeout":0,"socketTimeout":0}}
http.ssl.trust.store.type=PKCS12
http.ssl.key.store.alias=22
http.ssl.key.store.password=123456
