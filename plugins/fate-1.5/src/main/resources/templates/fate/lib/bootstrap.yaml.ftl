<#-- The shell command that starts a resource manager of EggRoll. Kubernetes replaces $$ with $. -->
<#function command bootstrap port>
  <#return r"java -Dlog4j.configurationFile=$${EGGROLL_HOME}/conf/log4j2.properties -cp $${EGGROLL_HOME}/lib/*:"
    + " com.webank.eggroll.core.Bootstrap --bootstraps com.webank.eggroll.core.resourcemanager." + bootstrap
    + r" -c $${EGGROLL_HOME}/conf/eggroll.properties -p " + port + " -s 'EGGROLL_DEAMON'">
</#function>
