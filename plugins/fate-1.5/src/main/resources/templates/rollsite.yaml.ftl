apiVersion: v1
kind: ConfigMap
metadata:
  name: rollsite-config
  labels: ${json({"fateMoudle": "rollsite"} + labels)}
data:
  route_table.json: ${file("rollsite/route_table.json")}
---
apiVersion: v1
kind: Service
metadata:
  name: rollsite
  labels: ${json({"fateMoudle": "rollsite"} + labels)}
spec:
  type: ${rollsite.type}
  selector: ${json({"fateMoudle": "rollsite"} + selector)}
  ports:
    - name: "9370"
      port: 9370
      targetPort: 9370
      protocol: TCP
<#if rollsite.nodePort??>
      nodePort: ${rollsite.nodePort}
</#if>
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: rollsite
  labels: ${json({"fateMoudle": "rollsite"} + labels)}
spec:
  replicas: 1
  strategy:
    type: Recreate
  selector:
    matchLabels: ${json({"fateMoudle": "rollsite"} + selector)}
  template:
    metadata:
      labels: ${json({"fateMoudle": "rollsite"} + labels)}
    spec:
      hostAliases:
        - ip: 127.0.0.1
          hostnames: [rollsite]
      containers:
        - name: rollsite
          image: ${images.eggroll}
          imagePullPolicy: ${pullPolicy}
          env:
            - name: PROTOCOL_BUFFERS_PYTHON_IMPLEMENTATION
              value: python
          command:
            - bash
            - -c
            - ${r"java -Dlog4j.configurationFile=$${EGGROLL_HOME}/conf/log4j2.properties"
                + r" -cp $${EGGROLL_HOME}/lib/*:$${EGGROLL_HOME}/conf/"
                + r" com.webank.eggroll.rollsite.EggSiteBootstrap -c $${EGGROLL_HOME}/conf/eggroll.properties"}
          ports:
            - containerPort: 9370
          volumeMounts:
            - name: rollsite-confs
              mountPath: /data/projects/fate/eggroll/conf/route_table/
            - name: eggroll-confs
              mountPath: /data/projects/fate/eggroll/conf/eggroll.properties
              subPath: eggroll.properties
<#if rollsite.nodeSelector?has_content>
      nodeSelector: ${json(rollsite.nodeSelector)}
</#if>
      restartPolicy: Always
      volumes:
        - name: rollsite-confs
          configMap:
            name: rollsite-config
        - name: eggroll-confs
          configMap:
            name: eggroll-config
