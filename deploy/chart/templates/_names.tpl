{{/* The name of the chart, for labels. */}}
{{- define "kro4j.name" -}}
{{- default .Chart.Name .Values.nameOverride | trunc 63 | trimSuffix "-" }}
{{- end }}

{{/* The name of what the chart makes: the release, and the chart unless the release says so already. */}}
{{- define "kro4j.fullname" -}}
{{- $name := include "kro4j.name" . }}
{{- $full := ternary .Release.Name (printf "%s-%s" .Release.Name $name) (contains $name .Release.Name) }}
{{- default $full .Values.fullnameOverride | trunc 63 | trimSuffix "-" }}
{{- end }}

{{- define "kro4j.serviceAccountName" -}}
{{- $default := ternary (include "kro4j.fullname" .) "default" .Values.serviceAccount.create }}
{{- default $default .Values.serviceAccount.name }}
{{- end }}

{{/* The namespace of the Lease. */}}
{{- define "kro4j.electionNamespace" -}}
{{- default .Release.Namespace .Values.config.leaderElectionNamespace }}
{{- end }}

{{/* What identifies the Pods; must never change. */}}
{{- define "kro4j.selectorLabels" -}}
app.kubernetes.io/name: {{ include "kro4j.name" . }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "kro4j.labels" -}}
{{ include "kro4j.selectorLabels" . }}
app.kubernetes.io/component: controller
app.kubernetes.io/part-of: kro4j
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
{{- if .Values.metadata.includeHelmChart }}
helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
{{- end }}
{{- if .Values.metadata.includeManagedBy }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}
{{- with .Values.additionalLabels }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{/* The number at the end of an address such as :8078. */}}
{{- define "kro4j.port" -}}
{{- regexFind "[0-9]+$" . }}
{{- end }}
