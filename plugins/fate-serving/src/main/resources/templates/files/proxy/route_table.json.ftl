{
  "route_table": {
    "default": {
      "default": [{"ip": ${proxy.defaultRoute.ip}, "port": ${proxy.defaultRoute.port}}]
    },
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
