{
  "route_table": {
<#if proxy.exchange??>
    "default": {
      "default": [{"ip": ${proxy.exchange.ip}, "port": ${proxy.exchange.port}}]
    },
</#if>
<#list proxy.parties as party>
    ${party.partyId?c}: {
      "default": [{"ip": ${party.ip}, "port": ${party.port?c}}]
    },
</#list>
    ${partyId?c}: {
      "default": [{"ip": "serving-proxy", "port": 8059}],
      "serving": [{"ip": "serving-server", "port": 8000}]
    }
  },
  "permission": {
    "default_allow": true
  }
}
