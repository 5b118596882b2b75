# Copies the logs of sessions to the output of this container.
<source>
  @type tail
  path /data/projects/fate/eggroll/logs/*/*.*
  exclude_path ["/data/projects/fate/eggroll/logs/eggroll/*", "/data/projects/fate/eggroll/logs/log.pos"]
  pos_file /data/projects/fate/eggroll/logs/log.pos
  tag eggroll
  multiline_flush_interval 2s
  refresh_interval 5s
  <parse>
    @type none
  </parse>
</source>

<match **>
  @type stdout
</match>
