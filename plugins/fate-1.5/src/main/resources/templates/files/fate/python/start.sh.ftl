set -x
conf=/data/projects/fate/conf
mkdir -p "$conf"
# The mounted files cannot be written, and FATE-Flow must announce an address that is this pod's own.
cp /data/projects/fate/conf1/transfer_conf.yaml /data/projects/fate/conf1/service_conf.yaml "$conf"
sed -i "s/host: fateflow/host: $POD_IP/g" "$conf/service_conf.yaml"
sleep 5
source /data/projects/python/venv/bin/activate
python ./fate_flow/fate_flow_server.py
