set -x
# Sessions leave processes behind, which tini reaps.
exec /tini -- java -server -Dlog4j.configurationFile="file:$EGGROLL_HOME/conf/log4j2.xml" -Dmodule=nodemanager \
  -cp "$EGGROLL_HOME/lib/*:." org.fedai.eggroll.nodemanager.Bootstrap \
  -c "$EGGROLL_HOME/conf/eggroll.properties" -p 4671 -s EGGROLL_DAEMON
