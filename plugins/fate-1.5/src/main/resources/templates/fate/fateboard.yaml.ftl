<#import "lib/page.yaml.ftl" as web>
<@web.page ingress="fateboard" service="fateboard" port=8080 exposure=fateboard host=".fateboard.kubefate.net"/>
