<#import "/lib/ingress.yaml.ftl" as web>
<#-- A web page of the python pod: its Service and Ingress. -->
<#macro page ingress service port exposure host>
<#if on.python>
apiVersion: v1
kind: Service
metadata:
  name: ${service}
  labels: ${json({"fateMoudle": "python"} + labels)}
spec:
  type: ${exposure.type}
  selector: ${json({"fateMoudle": "python"} + selector)}
  ports:
    - name: ${port?c}
      port: ${port}
      targetPort: ${port}
      protocol: TCP
<#if exposure.nodePort??>
      nodePort: ${exposure.nodePort}
</#if>
---
<@web.ingress name=ingress service=service port=port host=partyId?c + host/>
</#if>
</#macro>
