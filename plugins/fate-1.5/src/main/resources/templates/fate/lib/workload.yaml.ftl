<#import "/lib/pod.yaml.ftl" as pod>
<#-- What all workloads of the release have in common. The label fateMoudle (spelt so) tells whose pods are whose. -->

<#-- A Deployment. Its containers are nested, at the indentation of a pod template's spec. -->
<#macro deployment name replicas=1 nodeSelector={} volumes=[]>
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  labels: ${json({"fateMoudle": name} + labels)}
spec:
  replicas: ${replicas}
  strategy:
    type: Recreate
  selector:
    matchLabels: ${json({"fateMoudle": name} + selector)}
  template:
    metadata:
      labels: ${json({"fateMoudle": name} + labels)}
    spec:
<#nested>
<#if nodeSelector?has_content>
      nodeSelector: ${json(nodeSelector)}
</#if>
<@pod.pullSecrets/>
      restartPolicy: Always
<#if volumes?has_content>
      volumes: ${json(volumes)}
</#if>
</#macro>

<#-- Volumes by name: the files of a ConfigMap, a directory that lasts as long as the pod. -->
<#function files name configMap>
  <#return {"name": name, "configMap": {"name": configMap}}>
</#function>
<#function directory name>
  <#return {"name": name, "emptyDir": {}}>
</#function>

<#-- A Service of the pods of another name or the same. Its ports are nested. Without a type none is written. -->
<#macro service name pods=name module=pods type="" headless=false>
apiVersion: v1
kind: Service
metadata:
  name: ${name}
  labels: ${json({"fateMoudle": module} + labels)}
spec:
<#if type?has_content>
  type: ${type}
</#if>
<#if headless>
  clusterIP: None
</#if>
  selector: ${json({"fateMoudle": pods} + selector)}
  ports:
<#nested>
</#macro>
<#macro port number name=number?c nodePort=0>
    - name: ${name}
      port: ${number}
      targetPort: ${number}
      protocol: TCP
<#if nodePort gt 0>
      nodePort: ${nodePort}
</#if>
</#macro>
