<#-- Block style, keys without quotes: the proxy's parser supports little YAML. -->
<#macro addresses list>
<#list list as address>
    - host: ${address.host}
      port: ${address.port}
</#list>
</#macro>
<#if !nginx.listed?seq_contains("default")>
default:
  proxy:
    - host: nginx
      port: 9390
</#if>
<#if !nginx.listed?seq_contains(partyId?c)>
${partyId}:
  proxy:
    - host: nginx
      port: 9390
  fateflow:
    - host: fateflow
      port: 9360
</#if>
<#list nginx.routes as route>
<#if route.party?is_number>${route.party}<#else>default</#if>:
<#if route.proxy?has_content>
  proxy:
<@addresses list=route.proxy/>
</#if>
<#if route.fateflow?has_content>
  fateflow:
<@addresses list=route.fateflow/>
</#if>
</#list>
