<#import "lib/environment.yaml.ftl" as environment>
<#import "lib/storage.yaml.ftl" as volume>
<#import "lib/workload.yaml.ftl" as workload>
apiVersion: v1
kind: ConfigMap
metadata:
  name: serving-redis-config
  labels: ${json({"fateMoudle": "serving-redis"} + labels)}
data:
  redis.conf: ${file("redis/redis.conf")}
<@volume.claim module="serving-redis" storage=redis.storage/>
---
<@workload.service name="serving-redis">
<@workload.port number=6379/>
</@workload.service>
---
<@workload.deployment name="serving-redis" model=redis dataVolume="data" volumes=[
    workload.files("serving-redis-confs", "serving-redis-config"), {"name": "data"} + volume.source(redis.storage)]>
      containers:
        - name: serving-redis
          image: ${images.redis}
          imagePullPolicy: ${pullPolicy}
          command: [redis-server]
          args:
            - /usr/local/etc/redis/redis.conf
            - --requirepass
            - ${environment.literal(redis.password)}
          ports:
            - name: redis
              containerPort: 6379
          volumeMounts:
            - name: serving-redis-confs
              mountPath: /usr/local/etc/redis/redis.conf
              subPath: redis.conf
            - name: data
              mountPath: /data
<#if redis.storage.subPath?has_content>
              subPath: ${redis.storage.subPath}
</#if>
</@workload.deployment>
