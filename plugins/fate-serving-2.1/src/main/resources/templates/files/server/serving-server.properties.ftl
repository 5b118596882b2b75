party.id=${partyId}
port=8000
proxy=serving-proxy:8879

# The results of other parties, and the models.
remoteModelInferenceResultCacheSwitch=${server.cacheSwitch?c}
cache.type=${server.cacheType}
model.cache.path=/data/projects/fate-serving/serving-server
redis.ip=${redis.address.ip}
redis.port=${redis.address.port}
redis.password=${redis.address.password}

# Where features come from. MockAdapter and MockBatchAdapter make them up.
feature.single.adaptor=${server.singleAdaptor}
feature.batch.adaptor=${server.batchAdaptor}
http.adapter.url=${server.adapterUrl}

# Where models come from: FATE-Flow's HTTP port
model.transfer.url=http://${server.fateFlow.ip}:${server.fateFlow.port}/v1/model/transfer

zk.url=serving-zookeeper:2181
useRegister=${on.servingZookeeper?c}
useZkRouter=${on.servingZookeeper?c}
