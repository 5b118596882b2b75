eggroll.rollsite.coordinator=${name}
eggroll.rollsite.host=rollsite
eggroll.rollsite.port=9370
eggroll.rollsite.party.id=${partyId?c}
eggroll.rollsite.route.table.path=conf/route_table/route_table.json
eggroll.rollsite.route.table.key=
eggroll.rollsite.route.table.whitelist=127.0.0.1
eggroll.rollsite.jvm.options=-XX:+UseG1GC -XX:+PrintGCDetails -XX:+PrintGCDateStamps -Xloggc:logs/eggroll/rollsite.gc.log
eggroll.rollsite.push.max.retry=3
eggroll.rollsite.push.long.retry=2
eggroll.rollsite.push.batches.per.stream=10
eggroll.rollsite.adapter.sendbuf.size=100000
<#if rollsite.enableTLS>
<#include "/files/module/eggroll/tls.properties.ftl">
</#if>
