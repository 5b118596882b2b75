<#macro address ip port tls=rollsite.enableTLS>
{"ip": ${ip}, "port": ${port}<#if tls>, "is_secure": true</#if>}<#t>
</#macro>
{
  "route_table": {
    "default": {
<#if rollsite.exchange??>
      "default": [<@address ip=rollsite.exchange.ip port=rollsite.exchange.port/>]
<#else>
      "default": [<@address ip="rollsite" port=9370 tls=false/>]
</#if>
    },
<#list rollsite.parties as party>
    ${party.partyId?c}: {
      "default": [<@address ip=party.ip port=party.port/>]
    },
</#list>
<#list rollsite.pollingParties![] as party>
    ${party?c}: {
      "default": [{"ip": "", "port": -1, "is_polling": true}]
    },
</#list>
    ${partyId?c}: {
<#if rollsite.ownFateFlow!true>
      "fateflow": [<@address ip="fateflow" port=9360 tls=false/>],
</#if>
      "default": [<@address ip="rollsite" port=9370 tls=false/>]
    }
  },
  "permission": {
    "default_allow": true
  }
}
