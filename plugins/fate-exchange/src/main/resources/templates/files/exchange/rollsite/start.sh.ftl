<#include "/files/module/eggroll/logs.sh.ftl">
exec java -Dlog4j.configurationFile="$EGGROLL_HOME/conf/log4j2.properties" -cp "$EGGROLL_HOME/lib/*:$EGGROLL_HOME/conf/" \
  com.webank.eggroll.rollsite.EggSiteBootstrap -c "$EGGROLL_HOME/conf/eggroll.properties"
