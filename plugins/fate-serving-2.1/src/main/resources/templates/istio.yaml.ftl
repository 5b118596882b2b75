<#-- Istio rejects a VirtualService without a route, so it needs the proxy. -->
<#if istio>
apiVersion: networking.istio.io/v1beta1
kind: Gateway
metadata:
  name: ${name + "-gateway"}
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
</#if>
<#if istio && on.servingProxy>
---
apiVersion: networking.istio.io/v1beta1
kind: VirtualService
metadata:
  name: fate-serving-ingress
  labels: ${json(labels)}
spec:
  hosts: ["*"]
  gateways:
    - ${name + "-gateway"}
  http:
    - match:
        - uri:
            prefix: ${"/serving-proxy-" + partyId?c}
      rewrite:
        uri: /
      route:
        - destination:
            host: ${"serving-proxy." + namespace + ".svc.cluster.local"}
            port:
              number: 8059
</#if>
