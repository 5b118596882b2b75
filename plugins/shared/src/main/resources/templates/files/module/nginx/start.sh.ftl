set -x
cd /data/projects/fate/proxy/nginx || exit
# The proxy reads the routes where its changes appear: the mounted directory.
sed -i 's#conf/route_table.yaml#conf/modifiable/route_table.yaml#g' lua/route_table.lua
exec openresty -p /data/projects/fate/proxy/nginx -g 'daemon off;'
