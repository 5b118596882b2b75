# Runs the statements in SQL; the first that fails ends it.
<#include "/files/module/upgrade/connection.sh.ftl">
connect mysql <<END
$SQL
END
echo "$1"
