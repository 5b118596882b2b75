<#import "lib/page.yaml.ftl" as web>
<@web.page ingress="client" service="notebook" port=20000 exposure=client host=".notebook.kubefate.net"/>
