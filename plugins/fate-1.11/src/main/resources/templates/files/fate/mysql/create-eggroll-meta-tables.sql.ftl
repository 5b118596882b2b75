<#import "/files/module/mysql/tables.sql.ftl" as tables>
<@tables.stores>
  partitioner VARCHAR(2000) NOT NULL DEFAULT 'BYTESTRING_HASH',
  serdes VARCHAR(2000) NOT NULL DEFAULT '',
</@tables.stores>

<@tables.nodes/>

<@tables.sessions history=false option=release.languageModels/>
<#if release.languageModels>

<@tables.resources/>
<#else>

-- The cluster manager starts sessions on these nodes.
INSERT INTO server_node (host, port, node_type, status) VALUES ('clustermanager', '4670', 'CLUSTER_MANAGER', 'HEALTHY');
<#list 0..<nodemanager.replicas as index>
INSERT INTO server_node (host, port, node_type, status) VALUES (${"nodemanager-" + index?c + ".nodemanager"}, '4671', 'NODE_MANAGER', 'HEALTHY');
</#list>
SHOW TABLES;
SELECT * FROM server_node;
</#if>
