<#-- The pull secrets, at the indentation of a pod template's spec. -->
<#macro pullSecrets>
<#if imagePullSecrets?has_content>
      imagePullSecrets: ${json(imagePullSecrets)}
</#if>
</#macro>
