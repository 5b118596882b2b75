<#if !rabbitmq.listed?seq_contains(partyId?c)>
${partyId}:
  host: rabbitmq
  port: 5672
</#if>
<#list rabbitmq.routes as route>
${route.partyId}: ${json(route.address)}
</#list>
