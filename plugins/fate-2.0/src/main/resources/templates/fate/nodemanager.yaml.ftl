<#import "/module/lib/workload.yaml.ftl" as workload>
<#import "/module/lib/probe.yaml.ftl" as probe>
<#import "lib/eggroll.yaml.ftl" as eggroll>
<#-- Every session starts new Python processes, which read the mounted python-config, so its changes need no restart. -->
apiVersion: v1
kind: ConfigMap
metadata:
  name: fluentd-config
  labels: ${json({"fateMoudle": "nodemanager"} + labels)}
data:
  fluent-bit.conf: ${file("fate/nodemanager/fluent-bit.conf")}
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
              mountPath: /fluent-bit/etc/fluent-bit.conf
              subPath: fluent-bit.conf
        - name: nodemanager
          image: ${images.nodemanager}
          imagePullPolicy: ${pullPolicy}
          env:
            - name: HUGGINGFACE_HUB_CACHE
              value: /data/projects/fate/llm
          securityContext:
            capabilities:
              add:
                - SYS_PTRACE
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
            - name: data-dir
              mountPath: /data/projects/fate/llm
              subPath: llm
</@workload.statefulSet>
