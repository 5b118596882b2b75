${partyId}:
  host: rabbitmq
  port: 5672
<#list rabbitmqRoutes as route>
${route.partyId}: ${json(route.address)}
</#list>
