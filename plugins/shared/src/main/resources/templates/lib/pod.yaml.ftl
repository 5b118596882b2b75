<#-- The logins with which a pod's images are pulled, at the indentation of a pod template's spec; nothing if there are none. -->
<#macro pullSecrets>
<#if imagePullSecrets?has_content>
      imagePullSecrets: ${json(imagePullSecrets)}
</#if>
</#macro>
