<#-- Statements that change tables and can run again. The statement is nested, without a semicolon. -->
<#macro unless exists>
<#local statement><#nested></#local>
SET @ddl = IF(EXISTS (${exists}), 'DO 0', ${statement?markup_string});
PREPARE ddl FROM @ddl;
EXECUTE ddl;
DEALLOCATE PREPARE ddl;
</#macro>
<#-- Runs the statement unless the table has the column. -->
<#macro column table name>
<#local exists>
SELECT 1 FROM information_schema.columns
  WHERE table_schema = DATABASE() AND table_name = ${table} AND column_name = ${name}<#t>
</#local>
<@unless exists=exists><#nested></@unless>
</#macro>
<#-- Runs the statement unless the table has the index. -->
<#macro index table name>
<#local exists>
SELECT 1 FROM information_schema.statistics
  WHERE table_schema = DATABASE() AND table_name = ${table} AND index_name = ${name}<#t>
</#local>
<@unless exists=exists><#nested></@unless>
</#macro>
