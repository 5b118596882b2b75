<#-- The Ingress of a web page. -->
<#macro ingress page service port>
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: ${page}
  labels: ${json({"fateMoudle": page} + labels)}
<#if pages[page].annotations?has_content>
  annotations: ${json(pages[page].annotations)}
</#if>
spec:
  ingressClassName: ${ingressClass}
  rules:
<#list pages[page].hosts as host>
    - host: ${host.name}
      http:
        paths:
          - path: ${host.path}
            pathType: Prefix
            backend:
              service:
                name: ${service}
                port:
                  number: ${port}
</#list>
<#if pages[page].tls?has_content>
  tls: ${json(pages[page].tls)}
</#if>
</#macro>
