<#import "lib/workload.yaml.ftl" as workload>
<#import "lib/probe.yaml.ftl" as probe>
<#import "lib/eggroll.yaml.ftl" as eggroll>
<#import "/lib/registration.yaml.ftl" as nodes>
<#assign registers = release.nodeRegistration!false>
<#if registers>
<@nodes.statements/>
---
</#if>
<@workload.service name="clustermanager" headless=true>
<@workload.port number=4670 name="tcp-clustermanager"/>
</@workload.service>
---
<@workload.deployment name="clustermanager" part=clustermanager
    annotations=registers?then(
      {"kubefate.io/live-volumes": "registration", "kubefate.io/sidecars": "node-registration"}, {})
    volumes=[workload.files("eggroll-confs", "eggroll-config")]
      + registers?then([workload.files("registration", "node-registration")], [])>
      containers:
        - name: clustermanager
          image: ${images.clustermanager}
          imagePullPolicy: ${pullPolicy}
          env:
<@eggroll.protobuf/>
          command:
            - bash
            - -c
            - ${file("fate/clustermanager/start.sh")}
          ports:
            - containerPort: 4670
<@workload.resources part=clustermanager/>
<@probe.all of={"tcp": 4670}/>
          volumeMounts:
<@eggroll.properties/>
<#if registers>
<@nodes.container image=images.mysql host=database.host port=database.port user=database.user password=database.password
    volume="registration"/>
</#if>
</@workload.deployment>
