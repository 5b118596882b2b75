<#import "/files/module/clustermanager/nodes.sql.ftl" as nodes>
<#assign replicas = on.nodemanager?then(nodemanager.replicas, 0)>
<@nodes.register database=database.name hosts=(0..<replicas)?map(index -> "nodemanager-" + index?c + ".nodemanager")/>
