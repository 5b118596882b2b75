{{/* The variables of the service. */}}
{{- define "kubefate.environment" -}}
{{- $admin := include "kubefate.adminSecret" . }}
{{- if eq .Values.database.type "embedded" }}
- {name: FATECLOUD_DB_TYPE, value: embedded}
- {name: KUBEFATE_DATA, value: /data/kubefate}
{{- else }}
- {name: FATECLOUD_DB_TYPE, value: mysql}
{{- if eq .Values.database.type "mariadb" }}
- {name: FATECLOUD_DB_HOST, value: {{ include "kubefate.mariadb" . }}}
- {name: FATECLOUD_DB_PORT, value: "3306"}
- {name: FATECLOUD_DB_NAME, value: kubefate}
- {name: FATECLOUD_DB_USERNAME, value: kubefate}
- name: FATECLOUD_DB_PASSWORD
  valueFrom: {secretKeyRef: {name: {{ include "kubefate.mariadbSecret" . }}, key: mariadbPassword}}
{{- else }}
{{- with .Values.database.external }}
- {name: FATECLOUD_DB_HOST, value: {{ .host | quote }}}
- {name: FATECLOUD_DB_PORT, value: {{ .port | quote }}}
- {name: FATECLOUD_DB_NAME, value: {{ .name | quote }}}
- {name: FATECLOUD_DB_USERNAME, value: {{ .username | quote }}}
- name: FATECLOUD_DB_PASSWORD
  valueFrom: {secretKeyRef: {name: {{ .existingSecret }}, key: {{ .passwordKey }}}}
{{- end }}
{{- end }}
# With a database, this folder contains only cached plugins, which may be lost.
- {name: KUBEFATE_DATA, value: /tmp/kubefate}
{{- end }}
{{- if eq $admin (include "kubefate.generatedSecret" .) }}
- {name: FATECLOUD_USER_USERNAME, value: {{ .Values.admin.username | quote }}}
{{- else }}
- name: FATECLOUD_USER_USERNAME
  valueFrom: {secretKeyRef: {name: {{ $admin }}, key: kubefateUsername}}
{{- end }}
- name: FATECLOUD_USER_PASSWORD
  valueFrom: {secretKeyRef: {name: {{ $admin }}, key: kubefatePassword}}
{{- if or .Values.encryption.existingSecret (include "kubefate.generatesEncryptionKey" .) }}
- {name: KUBEFATE_ENCRYPTION_KEY_FILE, value: /etc/kubefate/encryption/encryption.key}
{{- end }}
{{- if .Values.tls.existingSecret }}
- {name: KUBEFATE_TLS_CERTIFICATE, value: /etc/kubefate/tls/tls.crt}
- {name: KUBEFATE_TLS_KEY, value: /etc/kubefate/tls/tls.key}
{{- end }}
{{- with .Values.jwt.existingSecret }}
- name: FATECLOUD_JWT_KEY
  valueFrom: {secretKeyRef: {name: {{ . }}, key: jwtKey}}
{{- end }}
- {name: FATECLOUD_LOG_LEVEL, value: {{ .Values.log.level }}}
- {name: KUBEFATE_LOG_FORMAT, value: {{ .Values.log.format }}}
- {name: KUBEFATE_ADMIN_ADDRESS, value: {{ ternary "0.0.0.0" "127.0.0.1" .Values.metrics.enabled }}}
{{- if .Values.metrics.enabled }}
- {name: KUBEFATE_ADMIN_PORT, value: {{ .Values.metrics.port | quote }}}
{{- end }}
{{- if not .Values.rbac.clusterWide }}
- {name: KUBEFATE_NAMESPACES, value: {{ join "," .Values.rbac.namespaces | quote }}}
{{- end }}
{{- with .Values.trustedProxies }}
- {name: KUBEFATE_TRUSTED_PROXIES, value: {{ join "," . | quote }}}
{{- end }}
{{- with .Values.oidc }}
{{- if .issuer }}
- {name: KUBEFATE_OIDC_ISSUER, value: {{ .issuer | quote }}}
- {name: KUBEFATE_OIDC_AUDIENCE, value: {{ .audience | quote }}}
- {name: KUBEFATE_OIDC_CLIENT_ID, value: {{ .clientId | quote }}}
{{- $ingress := $.Values.ingress }}
{{- $address := printf "%s://%s" (ternary "https" "http" (ne $ingress.tlsSecret "")) $ingress.host }}
- {name: KUBEFATE_OIDC_SERVICE_URL, value: {{ .serviceUrl | default (ternary $address "" $ingress.enabled) | quote }}}
- {name: KUBEFATE_OIDC_USERNAME_CLAIM, value: {{ .usernameClaim | quote }}}
- {name: KUBEFATE_OIDC_GROUPS_CLAIM, value: {{ .groupsClaim | quote }}}
{{- end }}
{{- end }}
{{- if .Values.certificateAuthorities.existingConfigMap }}
- {name: KUBEFATE_CERTIFICATE_AUTHORITIES, value: /etc/kubefate/authorities/ca.crt}
{{- end }}
{{- end }}
