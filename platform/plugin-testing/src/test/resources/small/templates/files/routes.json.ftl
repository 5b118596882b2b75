{
<#list web.parties as party, address>
  ${party}: {"address": ${address}},
</#list>
  "default": ${partyId}
}
