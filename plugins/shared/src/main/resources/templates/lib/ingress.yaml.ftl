<#-- The Ingress that leads to a Service: on the hosts that cluster.yaml gives under ingress.<name>.hosts, else on the release's own. -->
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
