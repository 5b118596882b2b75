<#import "lib/storage.yaml.ftl" as volume>
<#import "lib/workload.yaml.ftl" as workload>
<#assign
  headless = "serving-zookeeper-headless"
  storage = zookeeper.storage
  ownClaim = storage.persistent && storage.createClaim
  settings = {
    "ZOO_DATA_LOG_DIR": "",
    "ZOO_PORT_NUMBER": "2181",
    "ZOO_TICK_TIME": "2000",
    "ZOO_INIT_LIMIT": "10",
    "ZOO_SYNC_LIMIT": "5",
    "ZOO_MAX_CLIENT_CNXNS": "60",
    "ZOO_4LW_COMMANDS_WHITELIST": "srvr, mntr, ruok",
    "ZOO_LISTEN_ALLIPS_ENABLED": "no",
    "ZOO_AUTOPURGE_INTERVAL": "0",
    "ZOO_AUTOPURGE_RETAIN_COUNT": "3",
    "ZOO_MAX_SESSION_TIMEOUT": "40000",
    "ZOO_SERVERS": "serving-zookeeper-0." + headless + "." + namespace + ".svc.cluster.local:2888:3888::1",
    "ZOO_ENABLE_AUTH": "no",
    "ZOO_HEAP_SIZE": "1024",
    "ZOO_LOG_LEVEL": "ERROR",
    "ALLOW_ANONYMOUS_LOGIN": "yes"
  }
>
<#macro ports>
    - name: tcp-client
      port: 2181
      targetPort: client
      protocol: TCP
    - name: follower
      port: 2888
      targetPort: follower
      protocol: TCP
    - name: tcp-election
      port: 3888
      targetPort: election
      protocol: TCP
</#macro>
<#macro probe delay>
            exec:
              command:
                - /bin/bash
                - -c
                - echo "ruok" | timeout 2 nc -w 2 localhost 2181 | grep imok
            initialDelaySeconds: ${delay}
            periodSeconds: 10
            timeoutSeconds: 5
            successThreshold: 1
            failureThreshold: 6
</#macro>
<@workload.service name="serving-zookeeper">
<@ports/>
</@workload.service>
---
# The name of the server in ZOO_SERVERS, also before it is ready.
apiVersion: v1
kind: Service
metadata:
  name: ${headless}
  labels: ${json({"fateMoudle": "serving-zookeeper"} + labels)}
spec:
  clusterIP: None
  publishNotReadyAddresses: true
  selector: ${json({"fateMoudle": "serving-zookeeper"} + selector)}
  ports:
<@ports/>
---
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: serving-zookeeper
  labels: ${json({"fateMoudle": "serving-zookeeper"} + labels)}
  annotations:
    kubefate.io/data-volumes: data
spec:
  replicas: 1
  serviceName: ${headless}
  podManagementPolicy: Parallel
  updateStrategy:
    type: RollingUpdate
  selector:
    matchLabels: ${json({"fateMoudle": "serving-zookeeper"} + selector)}
<@workload.template name="serving-zookeeper" model=zookeeper
    volumes=ownClaim?then([], [{"name": "data"} + volume.source(storage)])>
      securityContext:
        fsGroup: 1001
      containers:
        - name: zookeeper
          image: ${images.zookeeper}
          imagePullPolicy: ${pullPolicy}
          securityContext:
            runAsUser: 1001
          command:
            - bash
            - -ec
            - ${file("zookeeper/start.sh")}
          env:
<#list settings as variable, value>
            - name: ${variable}
              value: ${value}
</#list>
            - name: POD_NAME
              valueFrom:
                fieldRef:
                  apiVersion: v1
                  fieldPath: metadata.name
          ports:
            - name: client
              containerPort: 2181
            - name: follower
              containerPort: 2888
            - name: election
              containerPort: 3888
          resources:
            requests:
              cpu: 250m
              memory: 256Mi
          livenessProbe:
<@probe delay=30/>
          readinessProbe:
<@probe delay=5/>
          volumeMounts:
            - name: data
              mountPath: /bitnami/zookeeper
<#if storage.subPath?has_content>
              subPath: ${storage.subPath}
</#if>
</@workload.template>
<#if ownClaim>
  volumeClaimTemplates:
    - metadata:
        name: data
        labels: ${json({"fateMoudle": "serving-zookeeper"} + labels)}
      spec:
        accessModes:
          - ${storage.accessMode}
        resources:
          requests:
            storage: ${storage.size}
<#if storage.storageClass??>
        storageClassName: ${storage.storageClass}
</#if>
</#if>
