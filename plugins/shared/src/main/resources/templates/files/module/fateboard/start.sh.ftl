set -x
exec java -Xms2g -Xmx2g -XX:+HeapDumpOnOutOfMemoryError \
  -Dspring.config.location=${release.boardFolder + "/conf/application.properties"} -Dssh_config_file=${release.boardFolder + "/ssh/"} \
  -cp ${release.boardFolder + "/lib/*:" + release.boardFolder + "/" + release.boardProgram} \
  org.fedai.fate.board.bootstrap.Bootstrap
