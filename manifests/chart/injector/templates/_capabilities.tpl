{{/* What the cluster can do, and what follows from it. */}}

{{/* CEL match conditions are on by default since Kubernetes 1.28. An installation that injects by default must see every pod. */}}
{{- define "injector.hasMatchConditions" -}}
{{- $asksForAll := false -}}
{{- range $annotation := keys .Values.agent.annotations -}}
{{- if eq (last (splitList "/" $annotation)) "agent-inject" -}}
{{- $asksForAll = true -}}
{{- end -}}
{{- end -}}
{{- if eq .Values.webhook.matchConditions "on" -}}
true
{{- else if and (eq .Values.webhook.matchConditions "auto") (not $asksForAll) (semverCompare ">=1.28.0-0" .Capabilities.KubeVersion.Version) -}}
true
{{- end -}}
{{- end -}}

{{/* Failing closed is safe only where nobody else's pods depend on the webhook. */}}
{{- define "injector.failurePolicy" -}}
{{- if ne .Values.webhook.failurePolicy "auto" -}}
{{- .Values.webhook.failurePolicy -}}
{{- else if include "injector.hasMatchConditions" . -}}
Fail
{{- else -}}
Ignore
{{- end -}}
{{- end -}}

{{- define "injector.needsApi" -}}
{{- if or (eq .Values.certificates.mode "self") (and (eq .Values.agent.mode "auto") .Values.rbac.listNodes) .Values.rbac.readNamespaces -}}
true
{{- end -}}
{{- end -}}

{{/* One expression per key that asks for injection: the three prefixes mean the same. */}}
{{- define "injector.prefixes" -}}
vault.hashicorp.com openbao.org vault-injector.dev
{{- end -}}

{{- define "injector.requested" -}}
{{- $of := . -}}
{{- $terms := list -}}
{{- range splitList " " (include "injector.prefixes" .) -}}
{{- $terms = append $terms (printf "'%s/agent-inject' in %s.metadata.annotations" . $of) -}}
{{- end -}}
{{- printf "has(%s.metadata) && has(%s.metadata.annotations) && (%s)" $of $of (join " || " $terms) -}}
{{- end -}}

{{- define "injector.caBundle" -}}
{{- if eq .Values.certificates.mode "files" -}}
{{- required "certificates.files.caBundle is required with certificates.mode=files: the PEM certificates that the API server is to trust" .Values.certificates.files.caBundle | b64enc -}}
{{- end -}}
{{- end -}}

{{- define "injector.clientConfig" -}}
service:
  name: {{ include "injector.fullname" .root }}
  namespace: {{ .root.Release.Namespace }}
  path: {{ .path }}
  port: 443
{{- with include "injector.caBundle" .root }}
caBundle: {{ . }}
{{- end }}
{{- end -}}

{{- define "injector.namespaceSelector" -}}
matchExpressions:
  - key: kubernetes.io/metadata.name
    operator: NotIn
    values: {{ append .Values.webhook.excludedNamespaces .Release.Namespace | uniq | toJson }}
  {{- with .Values.webhook.namespaceSelector.matchExpressions }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- with .Values.webhook.namespaceSelector.matchLabels }}
matchLabels:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{- define "injector.webhookAnnotations" -}}
{{- $annotations := deepCopy .Values.webhook.annotations -}}
{{- if eq .Values.certificates.mode "cert-manager" -}}
{{- $_ := set $annotations "cert-manager.io/inject-ca-from" (printf "%s/%s" .Release.Namespace (include "injector.fullname" .)) -}}
{{- end -}}
{{- if $annotations -}}
{{- toYaml $annotations -}}
{{- end -}}
{{- end -}}
