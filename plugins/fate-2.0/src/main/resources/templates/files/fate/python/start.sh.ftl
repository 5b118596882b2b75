<#assign conf = "fate_flow/conf">
<#include "/files/module/python/configure.sh.ftl">

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
