<#import "/files/module/clustermanager/nodes.sql.ftl" as nodes>
<@nodes.register database=mysql.database hosts=on.nodemanager?then(nodemanagers?map(node -> node.name), [])/>
