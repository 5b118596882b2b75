<#import "/files/module/mysql/tables.sql.ftl" as tables>
<#import "/files/module/upgrade/ddl.sql.ftl" as ddl>
-- The tables of EggRoll 2.4 (FATE 1.11.1) become those of EggRoll 2.5 (FATE 1.11.2).
<@ddl.column table="session_processor" name="processor_option">
ALTER TABLE session_processor ADD COLUMN processor_option VARCHAR(512) AFTER transfer_endpoint<#t>
</@ddl.column>

<@tables.resources index=ddl.index/>
