<#-- A web page of the python pod: its Service and the Ingress that leads to it. -->
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
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: ${ingress}
  labels: ${json({"fateMoudle": ingress} + labels)}
spec:
  rules:
    - host: ${partyId?c + host}
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: ${service}
                port:
                  number: ${port}
</#if>
</#macro>
