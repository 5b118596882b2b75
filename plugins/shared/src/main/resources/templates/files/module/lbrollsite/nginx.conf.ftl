worker_processes 10;
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
  client_max_body_size ${lbrollsite.size};
  keepalive_timeout 65;

  upstream exchange_services {
    least_conn;
<#list lbrollsite.exchanges as exchange>
    server ${exchange.ip}:${exchange.port};
</#list>
  }

  server {
    listen 9390 http2;
    location / {
      grpc_pass grpc://exchange_services;
    }
  }
}
