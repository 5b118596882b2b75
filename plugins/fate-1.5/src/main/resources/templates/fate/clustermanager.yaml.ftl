<#import "lib/bootstrap.yaml.ftl" as bootstrap>
<#import "lib/workload.yaml.ftl" as workload>
<#import "/lib/registration.yaml.ftl" as nodes>
<#assign
  registers = backend == "eggroll"
  registration = workload.files("registration", "node-registration")
>
<#if registers>
<@nodes.statements/>
---
</#if>
<@workload.service name="clustermanager" type="ClusterIP" headless=true>
<@workload.port number=4670/>
</@workload.service>
---
<@workload.deployment name="clustermanager" nodeSelector=clustermanager.nodeSelector
    liveVolume=registers?then("registration", "")
    annotations=registers?then({"kubefate.io/sidecars": "node-registration"}, {})
    volumes=[workload.files("eggroll-confs", "eggroll-config")] + registers?then([registration], [])>
      containers:
        - name: clustermanager
          image: ${images.eggroll}
          imagePullPolicy: ${pullPolicy}
          env:
            - name: PROTOCOL_BUFFERS_PYTHON_IMPLEMENTATION
              value: python
          command:
            - bash
            - -c
            - ${bootstrap.command("ClusterManagerBootstrap", "4670")}
          ports:
            - containerPort: 4670
          volumeMounts:
            - name: eggroll-confs
              mountPath: /data/projects/fate/eggroll/conf/eggroll.properties
              subPath: eggroll.properties
<#if registers>
<@nodes.container image=images.mysql host=mysql.ip port=mysql.port user=mysql.user password=mysql.password volume="registration"/>
</#if>
</@workload.deployment>
