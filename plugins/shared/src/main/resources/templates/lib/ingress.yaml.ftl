<#-- The Ingress of a Service, with the hosts of ingress.<name>.hosts or the default host. -->
<#macro ingress name service port host>
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: ${name}
  labels: ${json({"fateMoudle": name} + labels)}
spec:
<#if (ingresses.className)??>
  ingressClassName: ${ingresses.className}
</#if>
  rules:
<#list (ingresses.hosts[name])![host] as rule>
    - host: ${rule}
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: ${service}
                port:
                  number: ${port}
</#list>
</#macro>
