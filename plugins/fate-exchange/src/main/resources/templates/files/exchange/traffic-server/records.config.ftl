# A proxy for tunnels only: no cache, no rules for addresses.
CONFIG proxy.config.http.cache.http INT 0
CONFIG proxy.config.reverse_proxy.enabled INT 0
CONFIG proxy.config.url_remap.remap_required INT 0
CONFIG proxy.config.url_remap.pristine_host_hdr INT 0
CONFIG proxy.config.http.response_server_enabled INT 0

# Where it listens, and the ports of Pulsar to which it connects.
CONFIG proxy.config.http.server_ports STRING 8080 8080:ipv6 443:ssl
CONFIG proxy.config.http.connect_ports STRING 443 6650-6700 30000-33000

# Its certificates, and the routes by host name.
CONFIG proxy.config.ssl.CA.cert.filename STRING ca.cert.pem
CONFIG proxy.config.ssl.CA.cert.path STRING /opt/proxy
CONFIG proxy.config.ssl.server.cert.path STRING /opt/proxy
CONFIG proxy.config.ssl.servername.filename STRING sni/sni.yaml
