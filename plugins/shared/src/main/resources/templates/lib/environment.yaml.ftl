<#-- Text as the value of an environment variable: Kubernetes reads $$ as one dollar sign and $(NAME) as a reference. -->
<#function literal text>
  <#return text?replace("$", "$$")>
</#function>
