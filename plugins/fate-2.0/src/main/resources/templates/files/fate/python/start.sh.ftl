set -x
fate=/data/projects/fate
flow=$fate/fate_flow
spark=/data/projects/spark-3.1.3-bin-hadoop3.2/conf
mkdir -p "$fate/conf"

# The mounted files cannot be written, and FATE-Flow must announce an address that is this pod's own.
cp "$fate/conf-tmp/service_conf.yaml" "$flow/conf/service_conf.yaml"
sed -i "s/host: fateflow_ip/host: $POD_IP/g" "$flow/conf/service_conf.yaml"
cp "$spark/spark-defaults-template.conf" "$spark/spark-defaults.conf"
sed -i "s/^spark.driver.host fateflow\$/spark.driver.host $POD_IP/" "$spark/spark-defaults.conf"

# Pulsar names its clusters by text, but the release passes party IDs as they are, which can be numbers.
pulsar=$fate/fate/python/fate/arch/federation/pulsar/_federation.py
[ ! -f "$pulsar" ] || sed -i 's/\([( =]\)\(self\._party\.party_id\|party\.party_id\)/\1str(\2)/g' "$pulsar"

# Only the route table of the broker in use is mounted.
for table in "$flow"/conf/*_route_table/*_route_table.yaml; do
  [ ! -f "$table" ] || cp "$table" "$flow/"
done

python -c 'import cryptography' || pip install cryptography
sleep 5
exec python "$flow/python/fate_flow/fate_flow_server.py" --debug
