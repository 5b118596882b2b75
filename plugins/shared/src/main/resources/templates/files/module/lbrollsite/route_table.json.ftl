{
  "route_table": {
    "default": {
      "default": [{"ip": "exchange", "port": 9390}]
    },
<#list lbrollsite.parties as party>
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
