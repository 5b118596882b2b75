<#include "/files/module/eggroll/logs.sh.ftl">
# Sessions leave processes behind, which tini reaps.
exec /tini -- java -Dlog4j.configurationFile="$EGGROLL_HOME/conf/log4j2.properties" -cp "$EGGROLL_HOME/lib/*:" \
  com.webank.eggroll.core.Bootstrap --bootstraps com.webank.eggroll.core.resourcemanager.NodeManagerBootstrap \
  -c "$EGGROLL_HOME/conf/eggroll.properties" -p 4671 -s EGGROLL_DEAMON
