# Kubernetes updates the mounted file within about a minute after a node manager was added or removed. MySQL may be restarted
# with an empty data directory, so the statements run again even if the file has not changed.
trap 'exit 0' TERM
export MYSQL_PWD="$MYSQL_PASSWORD"
result=unknown
while true; do
  if output=$(mysql --host="$MYSQL_HOST" --port="$MYSQL_PORT" --user="$MYSQL_USER" < /registration/register-node-managers.sql 2>&1); then
    output="the node managers are registered"
  fi
  if [ "$output" != "$result" ]; then
    echo "$output"
    result=$output
  fi
  sleep 10 &
  wait $!
done
