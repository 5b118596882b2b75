coordinator=${partyId}
server.port=8059

# With ZooKeeper, the proxy finds serving-server there, else in the route table.
zk.url=serving-zookeeper:2181
useZkRouter=${on.servingZookeeper?c}
