<#-- The beginning of FATE-Flow's start. "conf" is the folder of its configuration in the project. -->
set -x
fate=/data/projects/fate
flow=$fate/${release.flow}
conf=$fate/${conf}
spark=/data/projects/spark-3.1.3-bin-hadoop3.2/conf
mkdir -p "$fate/conf"

# The mounted files cannot be written, and FATE-Flow must announce an address that is this pod's own.
cp "$fate/conf-tmp/service_conf.yaml" "$conf/service_conf.yaml"
sed -i "s/host: fateflow_ip/host: $POD_IP/g" "$conf/service_conf.yaml"
cp "$spark/spark-defaults-template.conf" "$spark/spark-defaults.conf"
sed -i "s/^spark.driver.host fateflow\$/spark.driver.host $POD_IP/" "$spark/spark-defaults.conf"
