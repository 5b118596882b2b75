<#assign conf = "conf">
<#include "/files/module/python/configure.sh.ftl">

sleep 5
exec python "$flow/python/fate_flow/fate_flow_server.py"
