# No trace here: it would write the password into the pod's log.
echo "waiting for the database at $MYSQL_HOST:$MYSQL_PORT"
attempt=0
while true; do
  attempt=$((attempt + 1))
  echo "attempt $attempt"
  sleep 2
  answer=$(mysqladmin ping --host="$MYSQL_HOST" --port="$MYSQL_PORT" --user="$MYSQL_USER" --password="$MYSQL_PASSWORD")
  case $answer in *" is alive"*) break ;; esac
done
