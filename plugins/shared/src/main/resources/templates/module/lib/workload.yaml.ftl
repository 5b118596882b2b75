<#--
  Deployments, StatefulSets and Services of the release. The label fateMoudle (sic) selects the pods. Containers are nested, at the
  indentation of a pod template's spec. "part" is the model of the module or of a part of it.
-->
<#import "/lib/pod.yaml.ftl" as common>

<#-- Volumes: the files of a ConfigMap or Secret, a directory that is deleted with the pod. -->
<#function files name configMap>
  <#return {"name": name, "configMap": {"name": configMap}}>
</#function>
<#function secret name secretName>
  <#return {"name": name, "secret": {"secretName": secretName}}>
</#function>
<#function directory name>
  <#return {"name": name, "emptyDir": {}}>
</#function>

<#-- The volume with the data of a StatefulSet, in a list; empty if a claim template creates it. -->
<#function data name storage>
  <#if !storage.persistent>
    <#return [directory(name)]>
  </#if>
  <#return storage.createClaim?then([], [{"name": name, "persistentVolumeClaim": {"claimName": storage.claim}}])>
</#function>

<#-- A Deployment with the annotations of the host. -->
<#macro deployment name part volumes=[] replicas=1 annotations={} podAnnotations={} hostName="">
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  labels: ${json({"fateMoudle": name} + labels)}
<#if annotations?has_content>
  annotations: ${json(annotations)}
</#if>
spec:
  replicas: ${replicas}
  strategy:
    type: Recreate
  selector:
    matchLabels: ${json({"fateMoudle": name} + selector)}
<@template name=name part=part volumes=volumes podAnnotations=podAnnotations hostName=hostName>
<#nested>
</@template>
</#macro>

<#-- A StatefulSet whose data is in the volume dataVolume. -->
<#macro statefulSet name service part dataVolume volumes=[] replicas=1 annotations={} podAnnotations={} podLabels={} account=serviceAccount>
apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: ${name}
  labels: ${json({"fateMoudle": name} + podLabels + labels)}
  annotations: ${json({"kubefate.io/data-volumes": dataVolume} + annotations)}
spec:
  replicas: ${replicas}
  serviceName: ${service}
  selector:
    matchLabels: ${json({"fateMoudle": name} + selector)}
<@template name=name part=part volumes=volumes + data(dataVolume, part.storage) podAnnotations=podAnnotations podLabels=podLabels
    account=account>
<#nested>
</@template>
<#if part.storage.createClaim>
  volumeClaimTemplates:
    - metadata:
        name: ${dataVolume}
        labels: ${json({"fateMoudle": name} + labels)}
      spec:
        accessModes:
          - ${part.storage.accessMode}
        resources:
          requests:
            storage: ${part.storage.size}
<#if part.storage.storageClass??>
        storageClassName: ${part.storage.storageClass}
</#if>
</#if>
</#macro>

<#macro template name part volumes podAnnotations={} podLabels={} hostName="" account=serviceAccount>
  template:
    metadata:
      labels: ${json({"fateMoudle": name} + podLabels + labels)}
<#if podAnnotations?has_content>
      annotations: ${json(podAnnotations)}
</#if>
    spec:
<#if hostName?has_content>
      hostAliases:
        - ip: 127.0.0.1
          hostnames:
            - ${hostName}
</#if>
<#nested>
<#list part.placement as field, value>
      ${field}: ${json(value)}
</#list>
<@common.pullSecrets/>
      serviceAccountName: ${account}
      restartPolicy: Always
<#if volumes?has_content>
      volumes: ${json(volumes)}
</#if>
</#macro>

<#-- The resources of a container. -->
<#macro resources part>
<#if part.resources??>
          resources: ${json(part.resources)}
</#if>
</#macro>

<#-- A Service of the pods with the same or another name. Its ports are nested. Other parties connect to partyPort. -->
<#macro service name exposure={"type": "ClusterIP"} pods=name module=pods headless=false partyPort=0>
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
<#if exposure.type??>
  type: ${exposure.type}
</#if>
<#if headless>
  clusterIP: None
</#if>
<#if exposure.loadBalancerIP??>
  loadBalancerIP: ${exposure.loadBalancerIP}
</#if>
  selector: ${json({"fateMoudle": pods} + selector)}
  ports:
<#nested>
</#macro>
<#macro port number name nodePort=0>
    - name: ${name}
      port: ${number}
      targetPort: ${number}
      protocol: TCP
<#if nodePort gt 0>
      nodePort: ${nodePort}
</#if>
</#macro>
