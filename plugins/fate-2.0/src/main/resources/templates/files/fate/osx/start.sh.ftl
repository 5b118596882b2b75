set -x
mkdir -p /oom
exec java -server -Xms4g -Xmx4g -XX:MaxDirectMemorySize=15g -XX:+AlwaysPreTouch \
  -XX:+UseG1GC -XX:G1HeapRegionSize=16m -XX:G1ReservePercent=25 -XX:InitiatingHeapOccupancyPercent=30 \
  -XX:SoftRefLRUPolicyMSPerMB=0 -XX:-OmitStackTraceInFastThrow -XX:-UseLargePages -XX:-UseBiasedLocking \
  -verbose:gc -Xloggc:/dev/shm/osx_gc_%p.log -XX:+PrintGCDetails -XX:+PrintGCDateStamps \
  -XX:+UseGCLogFileRotation -XX:NumberOfGCLogFiles=5 -XX:GCLogFileSize=30m \
  -XX:+HeapDumpOnOutOfMemoryError -XX:HeapDumpPath=/oom/heapdump.hprof \
  -cp conf/broker/:lib/*:extension/*:${release.osxLibraries} \
  org.fedai.osx.broker.Bootstrap -c /data/projects/fate/osx/conf
