<#-- The account of all pods. The PodSecurityPolicy is cluster-scoped, so an administrator creates it. -->
<#if podSecurityPolicy>
apiVersion: v1
kind: ServiceAccount
metadata:
  name: ${name}
  labels: ${json(labels)}
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: ${name}
  labels: ${json(labels)}
rules:
  - apiGroups: [policy]
    resources: [podsecuritypolicies]
    resourceNames:
      - ${name}
    verbs: [use]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: ${name}
  labels: ${json(labels)}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: ${name}
subjects:
  - kind: ServiceAccount
    name: ${name}
    namespace: ${namespace}
</#if>
