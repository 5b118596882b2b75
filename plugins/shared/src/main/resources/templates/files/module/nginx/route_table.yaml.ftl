<#-- Block style, keys without quotes: the proxy's parser supports little YAML. -->
<#macro address host http grpc>
    - host: ${host}
      http_port: ${http}
      grpc_port: ${grpc}
</#macro>
<#macro addresses of>
<#list of as each>
<@address host=each.host http=each.http_port grpc=each.grpc_port/>
</#list>
</#macro>
<#if !nginx.listed?seq_contains("default")>
default:
  proxy:
<@address host=nginx.exchange.ip http=nginx.exchange.httpPort grpc=nginx.exchange.grpcPort/>
</#if>
<#if !nginx.listed?seq_contains(partyId?c)>
${partyId}:
  proxy:
<@address host="nginx" http=9300 grpc=9310/>
<#if nginx.ownFateFlow!true>
  fateflow:
<@address host="fateflow" http=9380 grpc=9360/>
</#if>
</#if>
<#list nginx.routes as route>
<#if route.party?is_number>${route.party}<#else>default</#if>:
<#if route.proxy?has_content>
  proxy:
<@addresses of=route.proxy/>
</#if>
<#if route.fateflow?has_content>
  fateflow:
<@addresses of=route.fateflow/>
</#if>
</#list>
