<#import "/lib/pod.yaml.ftl" as pod>
<#-- Deployments and Services of the release. The label fateMoudle (sic) selects the pods. -->

<#--
  A Deployment. Its containers are nested, at the indentation of a pod template's spec. dataVolume is the volume whose data is lost
  with the pod unless it is a claim; liveVolume has the files of a ConfigMap that the pod reads again without a restart. Further
  annotations of the Deployment are in annotations.
-->
<#macro deployment name replicas=1 nodeSelector={} volumes=[] dataVolume="" liveVolume="" annotations={}>
<#local all = dataVolume?has_content?then({"kubefate.io/data-volumes": dataVolume}, {})
    + liveVolume?has_content?then({"kubefate.io/live-volumes": liveVolume}, {}) + annotations>
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  labels: ${json({"fateMoudle": name} + labels)}
<#if all?has_content>
  annotations: ${json(all)}
</#if>
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

<#-- Volumes: the files of a ConfigMap, a directory that is deleted with the pod. -->
<#function files name configMap>
  <#return {"name": name, "configMap": {"name": configMap}}>
</#function>
<#function directory name>
  <#return {"name": name, "emptyDir": {}}>
</#function>

<#-- A Service of the pods with the same or another name. Its ports are nested. An empty type is omitted. Other parties connect to partyPort. -->
<#macro service name pods=name module=pods type="" headless=false partyPort=0>
apiVersion: v1
kind: Service
metadata:
  name: ${name}
  labels: ${json({"fateMoudle": module} + labels)}
<#if partyPort gt 0>
  annotations:
    kubefate.io/party-port: ${partyPort?c}
</#if>
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
