<#-- The Ingress of a Service. -->
<#macro ingress service page port>
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: ${service}
  labels: ${json({"fateMoudle": service} + labels)}
<#if page.annotations?has_content>
  annotations: ${json(page.annotations)}
</#if>
spec:
  ingressClassName: ${ingressClass}
  rules:
<#list page.hosts as host>
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
<#if page.tls?has_content>
  tls: ${json(page.tls)}
</#if>
</#macro>
