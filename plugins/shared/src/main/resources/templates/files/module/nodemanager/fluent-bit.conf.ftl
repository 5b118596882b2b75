# Copies the logs of sessions to the output of this container.
[SERVICE]
    Log_Level warn

[INPUT]
    Name tail
    Tag eggroll
    Path /data/projects/fate/eggroll/logs/*/*.*
    Exclude_Path /data/projects/fate/eggroll/logs/eggroll/*
    Refresh_Interval 5

[OUTPUT]
    Name stdout
    Match *
