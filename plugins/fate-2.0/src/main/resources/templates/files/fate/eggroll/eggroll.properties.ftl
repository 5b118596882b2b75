[eggroll]
# Where the cluster manager keeps its tables
eggroll.resourcemanager.clustermanager.jdbc.driver.class.name=com.mysql.cj.jdbc.Driver
eggroll.resourcemanager.clustermanager.jdbc.url=jdbc:mysql://${database.host}:${database.port}/${database.name}?useSSL=false&serverTimezone=${clustermanager.mysqlServerTimezone}&characterEncoding=utf8&allowPublicKeyRetrieval=true
eggroll.resourcemanager.clustermanager.jdbc.username=${database.user}
eggroll.resourcemanager.clustermanager.jdbc.password=${database.password}
eggroll.resourcemanager.clustermanager.host=clustermanager
eggroll.resourcemanager.clustermanager.port=4670
eggroll.resourcemanager.nodemanager.host=nodemanager
eggroll.resourcemanager.nodemanager.port=4671
eggroll.resourcemanager.nodemanager.net.device=eth0
eggroll.resourcemanager.nodemanager.gpu.num.shell=nvidia.sh
eggroll.resourcemanager.process.tag=${partyId}

# The dashboard, which the release does not expose
eggroll.dashboard.server.port=8083
eggroll.security.session.expired.time=30
eggroll.security.login.username=admin
eggroll.security.login.password=admin
eggroll.security.encrypt.private_key=
eggroll.security.encrypt.enable=false

eggroll.data.dir=/data/projects/fate/eggroll/data/
eggroll.logs.dir=/data/projects/fate/eggroll/logs/

# Processes that a node manager starts for a session
eggroll.bootstrap.root.script=bin/eggroll_boot.sh
eggroll.resourcemanager.bootstrap.egg_pair.exepath=bin/roll_pair/egg_pair_bootstrap.sh
eggroll.resourcemanager.bootstrap.egg_pair.filepath=python/eggroll/computing/egg_pair/egg_pair.py
eggroll.resourcemanager.bootstrap.egg_pair.venv=
eggroll.resourcemanager.bootstrap.egg_pair.pythonpath=python
eggroll.resourcemanager.bootstrap.egg_pair.ld_library_path=
eggroll.session.processors.per.node=${nodemanager.sessionProcessorsPerNode}
eggroll.container.deepspeed.distributed.backend=nccl
