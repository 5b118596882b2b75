<#import "lib/workload.yaml.ftl" as workload>
<#import "lib/probe.yaml.ftl" as probe>
<#import "lib/eggroll.yaml.ftl" as eggroll>
<@workload.service name="clustermanager" headless=true>
<@workload.port number=4670 name="tcp-clustermanager"/>
</@workload.service>
---
<@workload.deployment name="clustermanager" part=clustermanager volumes=[workload.files("eggroll-confs", "eggroll-config")]>
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
</@workload.deployment>
