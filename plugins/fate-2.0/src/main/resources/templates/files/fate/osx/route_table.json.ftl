<#macro address ip port tls=osx.enableTLS>
{"ip": ${ip}, "port": ${port}<#if tls>, "useSSL": true,
        "caFile": "/data/projects/fate/eggroll/conf/cert/ca.pem",
        "certChainFile": "/data/projects/fate/eggroll/conf/cert/client.crt",
        "privateKeyFile": "/data/projects/fate/eggroll/conf/cert/client.key"</#if>}<#t>
</#macro>
{
  "route_table": {
<#if osx.exchange??>
    "default": {
      "default": [<@address ip=osx.exchange.ip port=osx.exchange.port/>]
    }<#if osx.parties?has_content || !osx.onlyForwards>,</#if>
</#if>
<#list osx.parties as party>
    ${party.partyId?c}: {
      "default": [<@address ip=party.ip port=party.port/>]
    }<#if party?has_next || !osx.onlyForwards>,</#if>
</#list>
<#if !osx.onlyForwards>
    ${partyId?c}: {
      "fateflow": [<@address ip="fateflow" port=9360 tls=false/>]
    }
</#if>
  },
  "self_party": [${osx.onlyForwards?then("default", partyId?c)}],
  "permission": {
    "default_allow": true
  }
}
