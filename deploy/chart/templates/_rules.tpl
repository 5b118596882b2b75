{{/* What the service does in the namespaces of FATE clusters. PermissionsE2e fails if it needs more, or does not need all of it. */}}
{{- define "kubefate.rules" -}}
- apiGroups: [""]
  resources: [configmaps, secrets, services]
  verbs: [get, list, watch, create, update, patch, delete]
# Kubernetes does not allow the fields of a claim that others could add, so there are none to remove with an update.
- apiGroups: [""]
  resources: [persistentvolumeclaims]
  verbs: [get, list, watch, create, patch, delete]
- apiGroups: [apps]
  resources: [deployments, statefulsets]
  verbs: [get, list, watch, create, update, patch, delete]
- apiGroups: [networking.k8s.io]
  resources: [ingresses]
  verbs: [get, list, watch, create, update, patch, delete]
- apiGroups: [networking.istio.io]
  resources: [gateways, virtualservices]
  verbs: [get, list, watch, create, update, patch, delete]
# The steps of upgrades.
- apiGroups: [batch]
  resources: [jobs]
  verbs: [get, list, watch, create, patch, delete]
# Why a module is not ready. A pod that a StatefulSet waits for although it should replace it is deleted.
- apiGroups: [apps]
  resources: [replicasets]
  verbs: [list, watch]
- apiGroups: [""]
  resources: [events]
  verbs: [list, watch]
- apiGroups: [""]
  resources: [pods]
  verbs: [get, list, watch, delete]
- apiGroups: [""]
  resources: [pods/log]
  verbs: [get]
# Commands, checks and web pages. The API server requires "create", and "get" for requests over a WebSocket.
- apiGroups: [""]
  resources: [pods/exec, pods/portforward]
  verbs: [get, create]
# Plans leave the replicas of a workload to its autoscaler.
- apiGroups: [autoscaling]
  resources: [horizontalpodautoscalers]
  verbs: [list]
# The preflight checks of a plan.
- apiGroups: [""]
  resources: [resourcequotas, limitranges]
  verbs: [list]
{{- if .Values.rbac.podSecurityPolicy }}
# The account of the pods of a cluster with podSecurityPolicy.enabled, and its right to use a policy. Kubernetes lets the service grant only
# what it may do itself, so it may use policies, too. As of claims, nobody can add fields of roles.
- apiGroups: [""]
  resources: [serviceaccounts]
  verbs: [get, list, watch, create, update, patch, delete]
- apiGroups: [rbac.authorization.k8s.io]
  resources: [roles, rolebindings]
  verbs: [get, list, watch, create, patch, delete]
- apiGroups: [policy]
  resources: [podsecuritypolicies]
  verbs: [use]
{{- end }}
{{- end }}
