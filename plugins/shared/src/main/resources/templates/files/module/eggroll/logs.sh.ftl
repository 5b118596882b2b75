set -x
# EggRoll writes to files; links make these the output of the container.
logs=$EGGROLL_HOME/logs/eggroll
mkdir -p "$logs"
ln -sf /dev/stdout "$logs/eggroll-audit.log"
ln -sf /dev/stdout "$logs/eggroll.jvm.log"
ln -sf /dev/stderr "$logs/eggroll.jvm.err.log"
