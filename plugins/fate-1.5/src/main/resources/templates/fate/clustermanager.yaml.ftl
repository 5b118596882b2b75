<#import "lib/bootstrap.yaml.ftl" as bootstrap>
<#import "lib/workload.yaml.ftl" as workload>
<@workload.service name="clustermanager" type="ClusterIP" headless=true>
<@workload.port number=4670/>
</@workload.service>
---
<@workload.deployment name="clustermanager" nodeSelector=clustermanager.nodeSelector
    volumes=[workload.files("eggroll-confs", "eggroll-config")]>
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
</@workload.deployment>
