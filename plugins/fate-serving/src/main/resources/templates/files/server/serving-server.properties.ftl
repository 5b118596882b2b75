party.id=${partyId}
port=8000
proxy=serving-proxy:8879

# Features of the own data, here made up
feature.single.adaptor=com.webank.ai.fate.serving.adaptor.dataaccess.MockAdapter
feature.batch.adaptor=com.webank.ai.fate.serving.adaptor.dataaccess.MockBatchAdapter

# Where models come from: FATE-Flow's HTTP port
model.transfer.url=http://${server.fateFlow.ip}:${server.fateFlow.port}/v1/model/transfer

redis.ip=${redis.address.ip}
redis.port=${redis.address.port}
redis.password=${redis.address.password}

zk.url=localhost:2181,localhost:2182,localhost:2183
useRegister=false
useZkRouter=false
