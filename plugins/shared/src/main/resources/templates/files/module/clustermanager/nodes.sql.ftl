<#-- Makes the healthy node managers in the table those with these host names. -->
<#macro register database hosts>
-- Makes the healthy node managers in server_node those of this cluster. Changes nothing if they are; runs again and again.
USE ${identifier(database)};
<#list hosts as host>
INSERT INTO server_node (host, port, node_type, status)
  SELECT ${host}, 4671, 'NODE_MANAGER', 'HEALTHY' FROM DUAL
  WHERE NOT EXISTS (SELECT 1 FROM server_node WHERE host = ${host} AND node_type = 'NODE_MANAGER');
</#list>
-- A removed node manager keeps its row: if it returns with its volume, the partitions in it belong to the same ID.
UPDATE server_node
  SET port = 4671, status = IF(host IN (''<#list hosts as host>, ${host}</#list>), 'HEALTHY', 'LOSS')
  WHERE node_type = 'NODE_MANAGER';
</#macro>
