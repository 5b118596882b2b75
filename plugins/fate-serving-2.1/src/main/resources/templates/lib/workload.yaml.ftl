<#-- Objects of a module. The label fateMoudle (sic) selects its pods. Nested are the containers, or the ports of a Service. -->
<#import "/lib/pod.yaml.ftl" as pod>

<#-- The volume of a ConfigMap. -->
<#function files name configMap>
  <#return {"name": name, "configMap": {"name": configMap}}>
</#function>

<#macro deployment name model volumes dataVolume="">
apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  labels: ${json({"fateMoudle": name} + labels)}
<#if dataVolume?has_content>
  annotations:
    kubefate.io/data-volumes: ${dataVolume}
</#if>
spec:
  replicas: 1
  strategy:
    type: Recreate
  selector:
    matchLabels: ${json({"fateMoudle": name} + selector)}
<@template name=name model=model volumes=volumes>
<#nested>
</@template>
</#macro>

<#macro template name model volumes>
  template:
    metadata:
      labels: ${json({"fateMoudle": name} + labels)}
    spec:
<@pod.pullSecrets/>
      serviceAccountName: ${serviceAccount}
<#nested>
<#list model.placement as field, value>
      ${field}: ${json(value)}
</#list>
      restartPolicy: Always
<#if volumes?has_content>
      volumes: ${json(volumes)}
</#if>
</#macro>

<#macro service name model={"type": "ClusterIP"} partyPort=0>
apiVersion: v1
kind: Service
metadata:
  name: ${name}
  labels: ${json({"fateMoudle": name} + labels)}
<#if partyPort gt 0>
  annotations:
    kubefate.io/party-port: ${partyPort?c}
</#if>
spec:
  type: ${model.type}
<#if model.loadBalancerIP??>
  loadBalancerIP: ${model.loadBalancerIP}
</#if>
  selector: ${json({"fateMoudle": name} + selector)}
  ports:
<#nested>
</#macro>

<#macro port number nodePort=0 name=number?c>
    - name: ${name}
      port: ${number}
      targetPort: ${number}
      protocol: TCP
<#if nodePort gt 0>
      nodePort: ${nodePort}
</#if>
</#macro>
