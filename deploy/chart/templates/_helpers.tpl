{{- define "kubefate.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- define "kubefate.fullname" -}}
{{- if .Values.fullnameOverride }}
{{- .Values.fullnameOverride | trunc 50 | trimSuffix "-" }}
{{- else if contains (include "kubefate.name" .) .Release.Name }}
{{- .Release.Name | trunc 50 | trimSuffix "-" }}
{{- else }}
{{- printf "%s-%s" .Release.Name (include "kubefate.name" .) | trunc 50 | trimSuffix "-" }}
{{- end }}
{{- end }}

{{- define "kubefate.mariadb" -}}
{{ include "kubefate.fullname" . }}-mariadb
{{- end }}

{{/* The labels by which a selector finds the pods of a component. Input: a list of the root and the component. */}}
{{- define "kubefate.selectorLabels" -}}
app.kubernetes.io/name: {{ include "kubefate.name" (index . 0) }}
app.kubernetes.io/instance: {{ (index . 0).Release.Name }}
app.kubernetes.io/component: {{ index . 1 }}
{{- end }}

{{/* The labels of an object. Input: as above. */}}
{{- define "kubefate.labels" -}}
{{- $root := index . 0 }}
{{- include "kubefate.selectorLabels" . }}
app.kubernetes.io/version: {{ $root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ $root.Release.Service }}
helm.sh/chart: {{ printf "%s-%s" $root.Chart.Name $root.Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- define "kubefate.serviceAccount" -}}
{{- if .Values.serviceAccount.create }}
{{- default (include "kubefate.fullname" .) .Values.serviceAccount.name }}
{{- else }}
{{- default "default" .Values.serviceAccount.name }}
{{- end }}
{{- end }}

{{/* The reference of an image. Input: a list of the map of its parts and the default tag. */}}
{{- define "kubefate.image" -}}
{{- $image := index . 0 }}
{{- if $image.registry }}{{ $image.registry }}/{{ end }}{{ $image.repository }}
{{- if $image.digest }}@{{ $image.digest }}{{ else }}:{{ default (index . 1) $image.tag }}{{ end }}
{{- end }}

{{- define "kubefate.serviceImage" -}}
{{ include "kubefate.image" (list .Values.image (printf "v%s" .Chart.AppVersion)) }}
{{- end }}

{{/* The Secret with what the first start generates. It is no part of the release: like the data that it belongs to, it stays. */}}
{{- define "kubefate.generatedSecret" -}}
{{ include "kubefate.fullname" . }}-generated
{{- end }}

{{/* The keys to generate, separated by commas. */}}
{{- define "kubefate.generatedKeys" -}}
{{- $keys := list }}
{{- if not (or .Values.admin.existingSecret .Values.admin.password) }}
{{- $keys = append $keys "kubefatePassword" }}
{{- end }}
{{- if and (eq .Values.database.type "mariadb") (not .Values.database.mariadb.existingSecret) }}
{{- $keys = concat $keys (list "mariadbPassword" "mariadbRootPassword") }}
{{- end }}
{{- if include "kubefate.generatesEncryptionKey" . }}
{{- $keys = append $keys "encryptionKey" }}
{{- end }}
{{- join "," $keys }}
{{- end }}

{{/* Not empty if the first start generates the key that encrypts passwords. The embedded database has its own key on its claim. */}}
{{- define "kubefate.generatesEncryptionKey" -}}
{{- if and .Values.encryption.generate (not .Values.encryption.existingSecret) (ne .Values.database.type "embedded") }}true{{ end }}
{{- end }}

{{/* The protocol of the service, which is also the name of its port. */}}
{{- define "kubefate.scheme" -}}
{{ ternary "https" "http" (ne .Values.tls.existingSecret "") }}
{{- end }}

{{- define "kubefate.adminSecret" -}}
{{- if .Values.admin.existingSecret }}{{ .Values.admin.existingSecret }}
{{- else if .Values.admin.password }}{{ include "kubefate.fullname" . }}-secret
{{- else }}{{ include "kubefate.generatedSecret" . }}
{{- end }}
{{- end }}

{{- define "kubefate.mariadbSecret" -}}
{{- default (include "kubefate.generatedSecret" .) .Values.database.mariadb.existingSecret }}
{{- end }}

{{- define "kubefate.claim" -}}
{{- default (printf "%s-data" (include "kubefate.fullname" .)) .Values.database.embedded.persistence.existingClaim }}
{{- end }}
