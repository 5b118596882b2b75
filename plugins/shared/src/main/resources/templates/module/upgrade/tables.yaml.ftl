<#import "../lib/database-step.yaml.ftl" as step>
<#-- Changes EggRoll's tables and verifies them. FATE-Flow creates its own tables. -->
<#if step.lasting && !engines.sparkCluster>
<@step.job name="upgrade-tables" script="sql.sh" argument="the tables are upgraded">
            - name: SQL
              value: ${file("fate/upgrade/tables.sql")}
</@step.job>
---
<@step.job name="verify-tables" script="sql.sh" argument="the tables have all columns">
            - name: SQL
              value: ${file("fate/upgrade/verify.sql")}
</@step.job>
</#if>
