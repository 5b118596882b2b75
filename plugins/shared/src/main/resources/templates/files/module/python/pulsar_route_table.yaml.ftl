<#if !pulsar.listed?seq_contains(partyId?c)>
${partyId}:
  host: pulsar
  port: 6650
  sslPort: 6651
  proxy: ""
</#if>
<#list pulsar.routes as route>
${route.partyId}: ${json(route.address)}
</#list>
<#if pulsar.exchange??>
default:
  proxy: ${pulsar.exchange.proxy}
  domain: ${pulsar.exchange.domain}
</#if>
