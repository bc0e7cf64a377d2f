{{/* The webhook's options. Every name stands in docs/reference/webhook.md; a test compares them. */}}
{{- define "injector.env" -}}
{{- $env := dict
  "AGENT_INJECT_LISTEN" (printf ":%v" .Values.webhook.port)
  "AGENT_INJECT_LOG_LEVEL" .Values.webhook.logLevel
  "AGENT_INJECT_LOG_FORMAT" .Values.webhook.logFormat
  "AGENT_INJECT_TLS_MIN_VERSION" .Values.webhook.tlsMinVersion
  "AGENT_INJECT_SHUTDOWN_DELAY" .Values.webhook.shutdownDelay
  "AGENT_INJECT_VAULT_ADDR" (required "vault.address is required: the address of Vault as pods reach it, for example --set vault.address=https://vault.vault.svc:8200" .Values.vault.address)
  "AGENT_INJECT_VAULT_AUTH_TYPE" .Values.vault.authType
  "AGENT_INJECT_VAULT_AUTH_PATH" .Values.vault.authPath
  "AGENT_INJECT_AGENT_ENGINE" .Values.agent.engine
  "AGENT_INJECT_PRESET" .Values.agent.preset
  "AGENT_INJECT_SIDECAR_MODE" .Values.agent.mode
  "AGENT_INJECT_DEFAULT_TEMPLATE" .Values.agent.defaultTemplate
  "AGENT_INJECT_TEMPLATE_CONFIG_EXIT_ON_RETRY_FAILURE" (toString .Values.agent.exitOnRetryFailure)
  "AGENT_INJECT_REVOKE_ON_SHUTDOWN" (toString .Values.agent.revokeOnShutdown)
  "AGENT_INJECT_SET_SECURITY_CONTEXT" (toString .Values.agent.setSecurityContext)
-}}
{{- $optional := dict
  (eq .Values.agent.engine "vault" | ternary "AGENT_INJECT_VAULT_IMAGE" "AGENT_INJECT_AGENT_IMAGE") (include "injector.agentImage" .)
  "AGENT_INJECT_VAULT_NAMESPACE" .Values.vault.namespace
  "AGENT_INJECT_VAULT_CACERT_BYTES" .Values.vault.caCert
  "AGENT_INJECT_PROXY_ADDR" .Values.vault.proxyAddress
  "AGENT_INJECT_TLS_CIPHER_SUITES" (join "," .Values.webhook.tlsCipherSuites)
  "AGENT_INJECT_TEMPLATE_STATIC_SECRET_RENDER_INTERVAL" .Values.agent.staticSecretRenderInterval
  "AGENT_INJECT_RUN_AS_USER" (include "injector.scalar" .Values.agent.runAsUser)
  "AGENT_INJECT_RUN_AS_GROUP" (include "injector.scalar" .Values.agent.runAsGroup)
  "AGENT_INJECT_CPU_REQUEST" (include "injector.scalar" .Values.agent.resources.cpuRequest)
  "AGENT_INJECT_CPU_LIMIT" (include "injector.scalar" .Values.agent.resources.cpuLimit)
  "AGENT_INJECT_MEM_REQUEST" (include "injector.scalar" .Values.agent.resources.memoryRequest)
  "AGENT_INJECT_MEM_LIMIT" (include "injector.scalar" .Values.agent.resources.memoryLimit)
  "AGENT_INJECT_EPHEMERAL_REQUEST" (include "injector.scalar" .Values.agent.resources.ephemeralRequest)
  "AGENT_INJECT_EPHEMERAL_LIMIT" (include "injector.scalar" .Values.agent.resources.ephemeralLimit)
-}}
{{- range $name, $value := $optional -}}
{{- if $value -}}
{{- $_ := set $env $name $value -}}
{{- end -}}
{{- end -}}
{{- if .Values.metrics.enabled -}}
{{- $_ := set $env "AGENT_INJECT_METRICS_LISTEN" (printf ":%v" .Values.metrics.port) -}}
{{- end -}}
{{- /* An option wins over the file, so a default that is written as an annotation takes the place of its option. */ -}}
{{- $options := dict
  "sidecar-mode" "AGENT_INJECT_SIDECAR_MODE"
  "agent-inject-default-template" "AGENT_INJECT_DEFAULT_TEMPLATE"
  "template-config-exit-on-retry-failure" "AGENT_INJECT_TEMPLATE_CONFIG_EXIT_ON_RETRY_FAILURE"
  "agent-revoke-on-shutdown" "AGENT_INJECT_REVOKE_ON_SHUTDOWN"
  "agent-set-security-context" "AGENT_INJECT_SET_SECURITY_CONTEXT"
-}}
{{- range $annotation := keys .Values.agent.annotations -}}
{{- $_ := unset $env (get $options (last (splitList "/" $annotation))) -}}
{{- end -}}
{{- if .Values.agent.annotations -}}
{{- $_ := set $env "AGENT_INJECT_DEFAULTS_FILE" "/etc/webhook/defaults/annotations.json" -}}
{{- end -}}
{{- $_ := set $env "AGENT_INJECT_TLS_MODE" .Values.certificates.mode -}}
{{- if eq .Values.certificates.mode "self" -}}
{{- $_ := set $env "AGENT_INJECT_TLS_AUTO" (include "injector.fullname" .) -}}
{{- $_ := set $env "AGENT_INJECT_TLS_AUTO_HOSTS" (include "injector.hosts" .) -}}
{{- $_ := set $env "AGENT_INJECT_TLS_AUTO_NAME" (include "injector.fullname" .) -}}
{{- else -}}
{{- $files := eq .Values.certificates.mode "files" -}}
{{- $_ := set $env "AGENT_INJECT_TLS_CERT_FILE" (printf "/etc/webhook/certs/%s" (ternary .Values.certificates.files.certName "tls.crt" $files)) -}}
{{- $_ := set $env "AGENT_INJECT_TLS_KEY_FILE" (printf "/etc/webhook/certs/%s" (ternary .Values.certificates.files.keyName "tls.key" $files)) -}}
{{- end -}}
{{- range $name, $value := .Values.webhook.extraEnv -}}
{{- $_ := set $env $name (include "injector.scalar" $value) -}}
{{- end -}}
{{- range $name := keys $env | sortAlpha }}
- name: {{ $name }}
  value: {{ get $env $name | quote }}
{{- end }}
- name: NAMESPACE
  valueFrom:
    fieldRef:
      fieldPath: metadata.namespace
- name: POD_NAME
  valueFrom:
    fieldRef:
      fieldPath: metadata.name
{{- end -}}
