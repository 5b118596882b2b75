# The proxy's own Lua scripts choose the upstream by the route table.
worker_processes 2;
error_log /dev/stdout info;

events {
  worker_connections 1024;
}

http {
  include mime.types;
  default_type application/octet-stream;
  log_format main '$remote_addr - $remote_user [$time_local] "$request" '
                  '$status $body_bytes_sent "$http_referer" '
                  '"$http_user_agent" "$http_x_forwarded_for"';
  access_log /dev/stdout main;
  sendfile on;
  keepalive_timeout 65;

  lua_package_path "$prefix/lua/?.lua;;";
  init_worker_by_lua_file 'lua/initialize.lua';

  upstream fate_cluster {
    server fateflow:9360; # never used: balancer.lua sets the address
    balancer_by_lua_file 'lua/balancer.lua';
  }

  server {
    listen 9390 http2;
    server_name fate_proxy;
    access_log /dev/stdout main;

    location / {
      access_by_lua_file 'lua/router.lua';
      grpc_pass grpc://fate_cluster;
    }

    error_page 500 502 503 504 /50x.html;
    location = /50x.html {
      root html;
    }
  }
}
