<#-- The three probes of a container. "of" is {"tcp": port}, {"http": port, "path": path} or {"exec": [command]}. -->
<#function handler of name>
  <#if of.tcp??>
    <#return {"tcpSocket": {"port": of.tcp}}>
  </#if>
  <#if of.http??>
    <#return {"httpGet": {
      "path": of.path!"/",
      "port": of.http,
      "httpHeaders": [{"name": "X-Custom-Header", "value": name}]
    }}>
  </#if>
  <#return {"exec": {"command": of.exec}}>
</#function>
<#-- livenessDelay and the like differ from the standard where a program needs longer. -->
<#macro all of livenessDelay=1 livenessTimeout=3 readinessDelay=1 readinessTimeout=3 startupName="startupProbe">
<#local each = {"periodSeconds": 10, "successThreshold": 1, "failureThreshold": 3}>
          livenessProbe: ${json(handler(of, "livenessProbe") + each
              + {"initialDelaySeconds": livenessDelay, "timeoutSeconds": livenessTimeout})}
          readinessProbe: ${json(handler(of, "readinessProbe") + each
              + {"initialDelaySeconds": readinessDelay, "timeoutSeconds": readinessTimeout})}
          startupProbe: ${json(handler(of, startupName) + {"periodSeconds": 10, "failureThreshold": 12})}
</#macro>
