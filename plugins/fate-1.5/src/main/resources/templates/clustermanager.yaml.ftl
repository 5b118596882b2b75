<#import "lib/bootstrap.yaml.ftl" as bootstrap>
apiVersion: v1
kind: Service
metadata:
  name: clustermanager
  labels: ${json({"fateMoudle": "clustermanager"} + labels)}
spec:
  type: ClusterIP
  clusterIP: None
  selector: ${json({"fateMoudle": "clustermanager"} + selector)}
  ports:
    - name: "4670"
      port: 4670
      targetPort: 4670
      protocol: TCP
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: clustermanager
  labels: ${json({"fateMoudle": "clustermanager"} + labels)}
spec:
  replicas: 1
  strategy:
    type: Recreate
  selector:
    matchLabels: ${json({"fateMoudle": "clustermanager"} + selector)}
  template:
    metadata:
      labels: ${json({"fateMoudle": "clustermanager"} + labels)}
    spec:
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
<#if clustermanager.nodeSelector?has_content>
      nodeSelector: ${json(clustermanager.nodeSelector)}
</#if>
      restartPolicy: Always
      volumes:
        - name: eggroll-confs
          configMap:
            name: eggroll-config
