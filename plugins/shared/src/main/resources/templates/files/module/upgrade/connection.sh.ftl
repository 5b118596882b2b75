set -eu
export MYSQL_PWD="$MYSQL_PASSWORD"

# connect PROGRAM [ARGUMENT...]: runs a program of MySQL with the database.
connect() {
  program=$1
  shift
  "$program" --host="$MYSQL_HOST" --port="$MYSQL_PORT" --user="$MYSQL_USER" "$@" "$MYSQL_DATABASE"
}

# The database may be starting at this moment.
attempt=1
until answer=$(connect mysql --execute='SELECT 1' 2>&1); do
  echo "attempt $attempt: $answer"
  if [ "$attempt" -ge 12 ]; then
    echo "the database $MYSQL_DATABASE at $MYSQL_HOST:$MYSQL_PORT does not answer" >&2
    exit 1
  fi
  attempt=$((attempt + 1))
  sleep 5
done
