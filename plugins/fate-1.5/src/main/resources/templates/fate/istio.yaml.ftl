<#-- Istio rejects a VirtualService without a route, so it needs a page. -->
<#macro destination service port>
      route:
        - destination:
            host: ${service + "." + namespace + ".svc.cluster.local"}
            port:
              number: ${port}
</#macro>
<#macro page prefix service port>
    - match:
        - uri:
            prefix: ${"/" + prefix + "-" + partyId?c}
      rewrite:
        uri: /
<@destination service=service port=port/>
</#macro>
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
<#if istio && on.python && (on.fateboard || on.client)>
---
apiVersion: networking.istio.io/v1beta1
kind: VirtualService
metadata:
  name: fate-ingress
  labels: ${json(labels)}
spec:
  hosts: ["*"]
  gateways:
    - ${name + "-gateway"}
  http:
<#if on.fateboard>
<@page prefix="fateboard" service="fateboard" port=8080/>
<#-- FATE Board requests these paths without its prefix, so the route matches the referer. -->
<#list ["/queryLogSize", "/v1", "/ssh", "/log", "/job"] as path>
    - match:
        - uri:
            prefix: ${path}
          headers:
            referer:
              regex: ${r".*\/fateboard-" + partyId?c + r"\/$"}
<@destination service="fateboard" port=8080/>
</#list>
</#if>
<#if on.client>
<@page prefix="notebook" service="notebook" port=20000/>
</#if>
</#if>
