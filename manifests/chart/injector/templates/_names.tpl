{{/* Names and labels that all objects share. */}}

{{- define "injector.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" -}}
{{- end -}}

{{- define "injector.fullname" -}}
{{- if .Values.fullnameOverride -}}
{{- .Values.fullnameOverride | trunc 63 | trimSuffix "-" -}}
{{- else -}}
{{- $name := include "injector.name" . -}}
{{- if contains $name .Release.Name -}}
{{- .Release.Name | trunc 63 | trimSuffix "-" -}}
{{- else -}}
{{- printf "%s-%s" .Release.Name $name | trunc 63 | trimSuffix "-" -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{- define "injector.selectorLabels" -}}
app.kubernetes.io/name: {{ include "injector.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/component: webhook
{{- end -}}

{{- define "injector.labels" -}}
{{ include "injector.selectorLabels" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version }}
{{- with .Values.commonLabels }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "injector.image" -}}
{{- $image := .image -}}
{{- if $image.digest -}}
{{- printf "%s@%s" $image.repository $image.digest -}}
{{- else -}}
{{- printf "%s:%s" $image.repository (default .version $image.tag) -}}
{{- end -}}
{{- end -}}

{{/* Empty: the webhook knows HashiCorp's image itself. */}}
{{- define "injector.agentImage" -}}
{{- $image := .Values.agent.image -}}
{{- if ne .Values.agent.engine "vault" -}}
{{- $own := "ghcr.io/vault-injector/injector-agent" -}}
{{- include "injector.image" (dict "image" (dict "repository" (default $own $image.repository) "tag" $image.tag "digest" $image.digest) "version" .Chart.AppVersion) -}}
{{- else if or $image.repository $image.tag $image.digest -}}
{{- $repository := required "agent.image.repository is required with agent.engine=vault and a tag or digest" $image.repository -}}
{{- if not $image.digest -}}
{{- $_ := required "agent.image.tag (or digest) is required with agent.engine=vault and a repository" $image.tag -}}
{{- end -}}
{{- include "injector.image" (dict "image" (dict "repository" $repository "tag" $image.tag "digest" $image.digest) "version" "") -}}
{{- end -}}
{{- end -}}

{{/* A value as text. Numbers of values files are floating point; large ones must not become 1e+09. */}}
{{- define "injector.scalar" -}}
{{- if kindIs "float64" . -}}
{{- if eq . (floor .) -}}{{- printf "%.0f" . -}}{{- else -}}{{- toString . -}}{{- end -}}
{{- else -}}
{{- toString . -}}
{{- end -}}
{{- end -}}

{{/* The names by which the API server may call the webhook. */}}
{{- define "injector.hosts" -}}
{{- $name := include "injector.fullname" . -}}
{{- printf "%s.%s.svc,%s.%s,%s" $name .Release.Namespace $name .Release.Namespace $name -}}
{{- end -}}

{{- define "injector.testHook" -}}
{{- dict "helm.sh/hook" "test" "helm.sh/hook-weight" (toString .) "helm.sh/hook-delete-policy" "before-hook-creation,hook-succeeded" | toJson -}}
{{- end -}}
