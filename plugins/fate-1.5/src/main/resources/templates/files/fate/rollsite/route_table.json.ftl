{
  "route_table": {
    "default": {
      "default": [{"ip": ${rollsite.defaultRoute.ip}, "port": ${rollsite.defaultRoute.port}}]
    },
<#list rollsite.parties as party>
    ${party.partyId?c}: {
      "default": [{"ip": ${party.ip}, "port": ${party.port}}]
    },
</#list>
    ${partyId?c}: {
      "fateflow": [{"ip": "fateflow", "port": 9360}],
      "default": [{"ip": "rollsite", "port": 9370}]
    }
  },
  "permission": {
    "default_allow": true
  }
}
