# A volume that was used before has the id of its server; else the id is one more than the number in the name of the pod.
if [ -f /bitnami/zookeeper/data/myid ]; then
  ZOO_SERVER_ID=$(cat /bitnami/zookeeper/data/myid)
else
  ZOO_SERVER_ID=$(expr "$(expr "$POD_NAME" : '.*-\([0-9]*\)$')" + 1)
fi
export ZOO_SERVER_ID
exec /entrypoint.sh /run.sh
