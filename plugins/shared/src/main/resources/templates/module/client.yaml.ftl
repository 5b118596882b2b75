<#import "lib/workload.yaml.ftl" as workload>
<#import "lib/probe.yaml.ftl" as probe>
<#import "lib/page.yaml.ftl" as web>
<#import "/lib/environment.yaml.ftl" as environment>
<@workload.service name="notebook" pods="client" exposure=client>
<@workload.port number=20000 name="tcp-notebook" nodePort=client.nodePort!0/>
</@workload.service>
---
<@workload.statefulSet name="client" service="notebook" part=client dataVolume="persistence">
      containers:
        - name: client
          image: ${images.client}
          imagePullPolicy: ${pullPolicy}
          env:
            - name: partyId
              value: ${partyId?c}
            - name: FATE_FLOW_IP
              value: fateflow
            - name: FATE_FLOW_PORT
              value: "9380"
            - name: FATE_SERVING_HOST
              value: ${serving.address}
            - name: NOTEBOOK_HASHED_PASSWORD
              value: ${environment.literal(client.notebook_hashed_password)}
          command:
            - bash
            - -c
            - ${r"pipeline init --ip ${FATE_FLOW_IP} --port ${FATE_FLOW_PORT}"
                + r" && flow init --ip ${FATE_FLOW_IP} --port ${FATE_FLOW_PORT}"
                + r" && jupyter notebook --ip=0.0.0.0 --port=20000 --allow-root --debug"
                + r" --NotebookApp.notebook_dir='/data/projects/fate/' --no-browser"
                + r" --NotebookApp.token='' --NotebookApp.password=${NOTEBOOK_HASHED_PASSWORD}"}
          ports:
            - containerPort: 20000
<@probe.all of={"http": 20000}/>
          volumeMounts:
            - name: persistence
              mountPath: /data/projects/fate/persistence/
<#if client.storage.subPath?has_content>
              subPath: ${client.storage.subPath}
</#if>
</@workload.statefulSet>
<#if !istio>
---
<@web.ingress page="client" service="notebook" port=20000/>
</#if>
