set -x
exec java -server -Dlog4j.configurationFile="file:$EGGROLL_HOME/conf/log4j2.xml" -Dmodule=clustermanager \
  -cp "$EGGROLL_HOME/lib/*:." org.fedai.eggroll.clustermanager.Bootstrap \
  -c "$EGGROLL_HOME/conf/eggroll.properties" -p 4670 -s EGGROLL_DAEMON
