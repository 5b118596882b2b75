<#import "lib/environment.yaml.ftl" as environment>
<#import "lib/pod.yaml.ftl" as pod>
<#import "lib/storage.yaml.ftl" as volume>
apiVersion: v1
kind: ConfigMap
metadata:
  name: serving-redis-config
  labels: ${json({"fateMoudle": "serving-redis"} + labels)}
data:
  redis.conf: ${file("redis/redis.conf")}
<@volume.claim module="serving-redis" storage=redis.storage/>
---
apiVersion: v1
kind: Service
metadata:
  name: serving-redis
  labels: ${json({"fateMoudle": "serving-redis"} + labels)}
spec:
  type: ClusterIP
  selector: ${json({"fateMoudle": "serving-redis"} + selector)}
  ports:
    - name: "6379"
      port: 6379
      targetPort: 6379
      protocol: TCP
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: serving-redis
  labels: ${json({"fateMoudle": "serving-redis"} + labels)}
  annotations:
    kubefate.io/data-volumes: data
spec:
  replicas: 1
  strategy:
    type: Recreate
  selector:
    matchLabels: ${json({"fateMoudle": "serving-redis"} + selector)}
  template:
    metadata:
      labels: ${json({"fateMoudle": "serving-redis"} + labels)}
    spec:
<@pod.pullSecrets/>
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
<#if redis.nodeSelector?has_content>
      nodeSelector: ${json(redis.nodeSelector)}
</#if>
      restartPolicy: Always
      volumes:
        - name: serving-redis-confs
          configMap:
            name: serving-redis-config
        - ${json({"name": "data"} + volume.source(redis.storage))}
