# dump: saves the database in a file; restore: replaces the database by the file. Both can be interrupted and run again.
<#include "/files/module/upgrade/connection.sh.ftl">
dump=/dumps/revision-$REVISION.sql

dump() {
  # "loose": other servers and clients than MySQL 8 do not have these options.
  connect mysqldump --single-transaction --no-tablespaces --loose-set-gtid-purged=OFF --loose-column-statistics=0 \
    >"$dump.part"
  sync
  mv "$dump.part" "$dump"
  echo "database $MYSQL_DATABASE is saved: revision-$REVISION.sql, $(wc -c <"$dump") bytes"
}

restore() {
  if [ ! -e "$dump" ]; then
    echo "there is no dump revision-$REVISION.sql" >&2
    exit 1
  fi
  # Tables that are not in the dump were created by the upgrade.
  tables=$(connect mysql --batch --skip-column-names --execute="
    SELECT CONCAT('DROP TABLE IF EXISTS \`', REPLACE(table_name, '\`', '\`\`'), '\`;')
    FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'")
  connect mysql <<END
SET FOREIGN_KEY_CHECKS = 0;
$tables
END
  connect mysql <"$dump"
  echo "database $MYSQL_DATABASE is restored from revision-$REVISION.sql"
}

case $1 in
  dump) dump ;;
  restore) restore ;;
esac
