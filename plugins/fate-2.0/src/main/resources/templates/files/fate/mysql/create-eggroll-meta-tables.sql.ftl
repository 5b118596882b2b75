<#import "/files/module/mysql/tables.sql.ftl" as tables>
<@tables.stores>
  key_serdes_type INT NOT NULL DEFAULT 0,
  value_serdes_type INT NOT NULL DEFAULT 0,
  partitioner_type INT NOT NULL DEFAULT 0,
</@tables.stores>

<@tables.nodes/>

<@tables.sessions history=true option=true/>

<@tables.resources/>
