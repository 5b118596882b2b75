server.port=8350
zk.url=serving-zookeeper:2181
admin.username=${admin.username}
admin.password=${admin.password}
spring.mvc.pathmatch.matching-strategy=ANT_PATH_MATCHER
