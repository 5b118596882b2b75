[eggroll]
eggroll.data.dir=data/
eggroll.logs.dir=logs/
eggroll.core.grpc.channel.keepalive.timeout.sec=20

# Resource managers, and where the cluster manager keeps its tables
eggroll.resourcemanager.process.tag=${partyId}
eggroll.resourcemanager.clustermanager.host=clustermanager
eggroll.resourcemanager.clustermanager.port=4670
eggroll.resourcemanager.clustermanager.jdbc.driver.class.name=com.mysql.cj.jdbc.Driver
eggroll.resourcemanager.clustermanager.jdbc.url=jdbc:mysql://${database.host}:${database.port}/${database.name}?useSSL=false&serverTimezone=${clustermanager.mysqlServerTimezone}&characterEncoding=utf8&allowPublicKeyRetrieval=true
eggroll.resourcemanager.clustermanager.jdbc.username=${database.user}
eggroll.resourcemanager.clustermanager.jdbc.password=${database.password}
eggroll.resourcemanager.nodemanager.port=4671
<#if release.languageModels>
eggroll.resourcemanager.nodemanager.containers.data.dir=/data/projects/fate/eggroll/containers
eggroll.container.deepspeed.python.exec=/data/projects/python/venv/bin/python
eggroll.container.deepspeed.distributed.backend=nccl
</#if>

# Processes that a node manager starts for a session
eggroll.session.processors.per.node=${nodemanager.sessionProcessorsPerNode}
eggroll.session.start.timeout.ms=180000
eggroll.bootstrap.root.script=bin/eggroll_boot.sh
eggroll.resourcemanager.bootstrap.egg_pair.exepath=bin/roll_pair/egg_pair_bootstrap.sh
eggroll.resourcemanager.bootstrap.egg_pair.venv=
eggroll.resourcemanager.bootstrap.egg_pair.pythonpath=${release.sessionPath}
eggroll.resourcemanager.bootstrap.egg_pair.filepath=python/eggroll/roll_pair/egg_pair.py
eggroll.resourcemanager.bootstrap.egg_pair.ld_library_path=
eggroll.resourcemanager.bootstrap.egg_frame.exepath=bin/roll_pair/roll_pair_master_bootstrap.sh
eggroll.resourcemanager.bootstrap.egg_frame.javahome=/usr/lib/jvm/java-1.8.0-openjdk
eggroll.resourcemanager.bootstrap.egg_frame.classpath=conf/:lib/*
eggroll.resourcemanager.bootstrap.egg_frame.mainclass=com.webank.eggroll.rollframe.EggFrameBootstrap
eggroll.resourcemanager.bootstrap.egg_frame.jvm.options=
arrow.enable_unsafe_memory_access=true
hadoop.fs.defaultFS=file:///
hadoop.dfs.nameservices=
hadoop.dfs.namenode.rpc-address.nn1=
hadoop.dfs.namenode.rpc-address.nn2=

# Data between parties
eggroll.rollpair.transferpair.sendbuf.size=250000
eggroll.rollsite.coordinator=${name}
eggroll.rollsite.host=rollsite
eggroll.rollsite.port=9370
eggroll.rollsite.party.id=${partyId}
eggroll.rollsite.route.table.path=conf/route_table/route_table.json
eggroll.rollsite.route.table.key=
eggroll.rollsite.route.table.whitelist=127.0.0.1
eggroll.rollsite.jvm.options=-XX:+UseG1GC -XX:+PrintGCDetails -XX:+PrintGCDateStamps -Xloggc:logs/eggroll/rollsite.gc.log
eggroll.rollsite.push.max.retry=3
eggroll.rollsite.push.long.retry=2
eggroll.rollsite.push.batches.per.stream=10
eggroll.rollsite.adapter.sendbuf.size=100000
<#if rollsite.pollingClient>
eggroll.rollsite.polling.client.enabled=true
<#elseif rollsite.pollingServer>
eggroll.rollsite.polling.server.enabled=true
eggroll.rollsite.polling.concurrency=${rollsite.pollingConcurrency}
</#if>
