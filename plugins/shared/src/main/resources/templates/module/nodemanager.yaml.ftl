<#import "lib/workload.yaml.ftl" as workload>
<#import "lib/probe.yaml.ftl" as probe>
<#import "lib/eggroll.yaml.ftl" as eggroll>
<#assign
  logAgent = {
    "fluentd": {"file": "fluent.conf", "folder": "/fluentd/etc/"},
    "fluent-bit": {"file": "fluent-bit.conf", "folder": "/fluent-bit/etc/"}
  }[release.logAgent]
  logFile = logAgent.file
>
<#-- Every session starts new Python processes, which read the mounted python-config, so its changes need no restart. -->
apiVersion: v1
kind: ConfigMap
metadata:
  name: fluentd-config
  labels: ${json({"fateMoudle": "nodemanager"} + labels)}
data:
  ${logFile}: ${file("module/nodemanager/" + logFile)}
---
<@workload.service name="nodemanager" headless=true>
<@workload.port number=4671 name="tcp-nodemanager"/>
</@workload.service>
---
<@workload.statefulSet name="nodemanager" service="nodemanager" part=nodemanager replicas=nodemanager.replicas
    podLabels={"app": "nodemanager"} dataVolume="data-dir"
    annotations={"kubefate.io/live-volumes": "python-confs", "kubefate.io/sidecars": "nodemanager-eggrollpair"}
    volumes=[
      workload.directory("eggroll-log"),
      workload.files("fluentd-conf", "fluentd-config"),
      workload.files("eggroll-confs", "eggroll-config"),
      workload.files("python-confs", "python-config")
    ]>
      containers:
        - name: nodemanager-eggrollpair
          image: ${images.logSidecar}
          imagePullPolicy: ${pullPolicy}
          volumeMounts:
            - name: eggroll-log
              mountPath: /data/projects/fate/eggroll/logs/
            - name: fluentd-conf
              mountPath: ${logAgent.folder + logFile}
              subPath: ${logFile}
        - name: nodemanager
          image: ${images.nodemanager}
          imagePullPolicy: ${pullPolicy}
<#if release.languageModels>
          env:
<@eggroll.languageModels/>
<#if release.nodeManagerPath?has_content>
            - name: PYTHONPATH
              value: ${release.nodeManagerPath}
</#if>
</#if>
<#if release.capabilities>
          securityContext:
            capabilities:
              add:
                - SYS_PTRACE
</#if>
          command:
            - bash
            - -c
            - ${file("fate/nodemanager/start.sh")}
          ports:
            - containerPort: 4671
<@workload.resources part=nodemanager/>
<@probe.all of={"tcp": 4671}/>
          volumeMounts:
            - name: eggroll-log
              mountPath: /data/projects/fate/eggroll/logs/
<@eggroll.properties/>
            - name: python-confs
              mountPath: /data/projects/fate/conf/
            - name: data-dir
              mountPath: /data/projects/fate/eggroll/data
<#if nodemanager.storage.subPath?has_content>
              subPath: ${nodemanager.storage.subPath}
</#if>
<#if release.languageModels>
            - name: data-dir
              mountPath: /data/projects/fate/llm
              subPath: llm
</#if>
</@workload.statefulSet>
