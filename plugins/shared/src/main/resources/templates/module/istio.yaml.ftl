<#-- Istio's gateway for the pages that a Kubernetes Ingress serves otherwise. -->
<#assign gateway = name + "-gateway">
<#macro page name service port>
apiVersion: networking.istio.io/v1beta1
kind: VirtualService
metadata:
  name: ${service}
  labels: ${json({"fateMoudle": name} + labels)}
spec:
  hosts: ${json(pages[name].names)}
  gateways:
    - ${gateway}
  http:
    - route:
        - destination:
            host: ${service}
            port:
              number: ${port}
</#macro>
<#macro https name>
    - port:
        number: 443
        name: ${name + "-https"}
        protocol: HTTPS
      tls:
        mode: SIMPLE
        credentialName: ${name + "-credential"}
      hosts: ${json(pages[name].names)}
</#macro>
<#if istio>
apiVersion: networking.istio.io/v1beta1
kind: Gateway
metadata:
  name: ${gateway}
  labels: ${json(labels)}
spec:
  selector:
    istio: ingressgateway
  servers:
    - port:
        number: 80
        name: http
        protocol: HTTP
      hosts: ["*"]
<@https name="fateboard"/>
<@https name="client"/>
<#if on.fateboard>
---
<@page name="fateboard" service="fateboard" port=8080/>
</#if>
<#if on.client>
---
<@page name="client" service="notebook" port=20000/>
</#if>
</#if>
