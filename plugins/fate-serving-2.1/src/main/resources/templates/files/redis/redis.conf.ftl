bind 0.0.0.0
databases 50
always-show-logo yes
# Where the volume is mounted
dir /data
