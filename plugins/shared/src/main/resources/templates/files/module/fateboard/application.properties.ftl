server.port=8080
server.servlet.encoding.charset=UTF-8
server.servlet.encoding.enabled=true
server.servlet.session.timeout=4h
server.servlet.session.cookie.max-age=4h
<#if release.boardProgram?has_content>
spring.servlet.session.timeout=1800s
</#if>
server.tomcat.uri-encoding=UTF-8
server.tomcat.max-threads=1000
server.tomcat.max-connections=20000
server.compression.enabled=true
server.compression.mime-types=application/json,application/xml,text/html,text/xml,text/plain
server.board.login.username=${fateboard.username}
server.board.login.password=${fateboard.password}
server.board.encrypt.private_key=
server.board.encrypt.enable=false
spring.servlet.multipart.max-file-size=10MB
spring.servlet.multipart.max-request-size=100MB
management.endpoints.web.exposure.exclude=*
feign.client.config.default.connectTimeout=10000
feign.client.config.default.readTimeout=10000

# Each FATE-Flow has the logs of its own jobs
fateflow.url=http://fateflow:9380
fateflow.url-list=<#list 0..<python.replicas as index>http://python-${index}.fateflow:9380<#sep>;</#list>
fateflow.http_app_key=
fateflow.http_secret_key=
fateboard.front_end.cors=false
fateboard.front_end.url=http://localhost:8028
