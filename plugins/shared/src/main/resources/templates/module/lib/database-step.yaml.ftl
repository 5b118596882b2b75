<#--
  Steps of upgrades that use the database of the cluster, also an external one. A pod of MySQL without a claim starts with new tables when
  the upgrade replaces it, so its data need no step.
-->
<#import "/lib/environment.yaml.ftl" as environment>
<#import "/lib/pod.yaml.ftl" as common>

<#assign external = database.host != "mysql">
<#assign used = external?then(on.python || on.clustermanager, on.mysql)>
<#-- Whether the database keeps its data when its pod is replaced, and whether the cluster has claims that can keep a dump. -->
<#assign lasting = used && (external || mysql.storage.persistent)>
<#assign saved = used && mysql.storage.persistent>

<#-- A Job of the MySQL image that runs a script with an argument. Variables and mounts are nested. -->
<#macro job name script argument annotations={} claim="">
apiVersion: batch/v1
kind: Job
metadata:
  name: ${name}
  labels: ${json(labels)}
<#if annotations?has_content>
  annotations: ${json(annotations)}
</#if>
spec:
  backoffLimit: 1
  template:
    metadata:
      labels: ${json({"step": name} + selector)}
<#if istio>
      annotations:
        sidecar.istio.io/inject: "false"
</#if>
    spec:
      restartPolicy: Never
      serviceAccountName: ${serviceAccount}
<#list mysql.placement as field, value>
      ${field}: ${json(value)}
</#list>
<@common.pullSecrets/>
      containers:
        - name: mysql
          image: ${images.mysql}
          imagePullPolicy: ${pullPolicy}
          command:
            - /bin/bash
            - -c
            - ${file("module/upgrade/" + script)}
            - ${name}
          args:
            - ${argument}
          env:
            - name: MYSQL_HOST
              value: ${database.host}
            - name: MYSQL_PORT
              value: ${database.port?c}
            - name: MYSQL_DATABASE
              value: ${environment.literal(database.name)}
            - name: MYSQL_USER
              value: ${environment.literal(database.user)}
            - name: MYSQL_PASSWORD
              value: ${environment.literal(database.password)}
<#nested>
<#if claim?has_content>
          volumeMounts:
            - name: dumps
              mountPath: /dumps
      volumes:
        - name: dumps
          persistentVolumeClaim:
            claimName: ${claim}
</#if>
</#macro>
