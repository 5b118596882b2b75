cd /data/projects/fate-serving/serving-proxy || exit
# serving-admin changes the routes, and the mounted file cannot be written.
cp conf/route_table.base.json conf/route_table.json && chmod 755 conf/route_table.json || exit
exec java -Dspring.config.location=conf/application.properties -cp 'conf/:lib/*:fate-serving-proxy.jar' \
  com.webank.ai.fate.serving.proxy.bootstrap.Bootstrap -c conf/application.properties
