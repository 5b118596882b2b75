sni:
<#if !trafficServer.routes?has_content>
  []
</#if>
<#list trafficServer.routes as route>
  - fqdn: ${route.fqdn}
    tunnel_route: ${route.tunnelRoute}
</#list>
