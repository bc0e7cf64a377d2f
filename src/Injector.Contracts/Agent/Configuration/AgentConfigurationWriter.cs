using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Injector.Contracts.Agent.Configuration;

/// <summary>
/// Writes the configuration document as the reference injector does: compact JSON, members in its order, empty ones left out, and
/// our own settings in one extra object at the end.
/// </summary>
public static class AgentConfigurationWriter
{
    // Nothing here is put into HTML: escaping only what JSON demands keeps templates readable and the document small.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes a document.</summary>
    /// <param name="configuration">The document.</param>
    /// <returns>UTF-8 JSON.</returns>
    public static ReadOnlyMemory<byte> Write(AgentConfiguration configuration)
    {
        var buffer = new ArrayBufferWriter<byte>(2048);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            Write(configuration, json);
        }

        return buffer.WrittenMemory;
    }

    private static void Write(AgentConfiguration configuration, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (configuration.AutoAuth is { } autoAuth)
        {
            LoginSectionWriter.Write(json, autoAuth);
        }

        json.WriteBoolean("exit_after_auth"u8, configuration.ExitAfterAuth);
        json.WriteText("pid_file"u8, configuration.PidFile);
        WriteVault(json, configuration.Vault);
        WriteTemplates(json, configuration.Templates);
        WriteListeners(json, configuration.Listeners);
        WriteCache(json, configuration.Cache);
        WriteTemplateSettings(json, configuration.TemplateSettings);
        json.WriteTexts("disable_idle_connections"u8, configuration.DisableIdleConnections);
        json.WriteTexts("disable_keep_alives"u8, configuration.DisableKeepAlives);
        TelemetrySectionWriter.Write(json, configuration.Telemetry);
        WriteInjector(json, configuration.Injector);
        json.WriteEndObject();
    }

    private static void WriteVault(Utf8JsonWriter json, VaultConnection vault)
    {
        json.WriteStartObject("vault"u8);
        json.WriteString("address"u8, vault.Address ?? string.Empty);
        json.WriteText("ca_cert"u8, vault.CaCert);
        json.WriteText("ca_path"u8, vault.CaPath);
        json.WriteFlag("tls_skip_verify"u8, vault.TlsSkipVerify);
        json.WriteText("client_cert"u8, vault.ClientCert);
        json.WriteText("client_key"u8, vault.ClientKey);
        json.WriteText("tls_server_name"u8, vault.TlsServerName);
        json.WriteEndObject();
    }

    private static void WriteTemplates(Utf8JsonWriter json, IReadOnlyList<TemplateEntry> templates)
    {
        if (templates.Count == 0)
        {
            return;
        }

        json.WriteStartArray("template"u8);
        foreach (var template in templates)
        {
            json.WriteStartObject();
            json.WriteString("destination"u8, template.Destination);
            json.WriteText("contents"u8, template.Contents);
            json.WriteString("left_delimiter"u8, template.LeftDelimiter ?? string.Empty);
            json.WriteString("right_delimiter"u8, template.RightDelimiter ?? string.Empty);
            json.WriteText("command"u8, template.Command);
            json.WriteText("source"u8, template.Source);
            json.WriteText("perms"u8, template.Perms);
            json.WriteFlag("error_on_missing_key"u8, template.ErrorOnMissingKey);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteListeners(Utf8JsonWriter json, IReadOnlyList<Listener> listeners)
    {
        if (listeners.Count == 0)
        {
            return;
        }

        json.WriteStartArray("listener"u8);
        foreach (var listener in listeners)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, listener.Type);
            json.WriteString("address"u8, listener.Address);
            json.WriteFlag("tls_disable"u8, listener.TlsDisable);
            if (listener.EnableQuit)
            {
                json.WriteStartObject("agent_api"u8);
                json.WriteBoolean("enable_quit"u8, true);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCache(Utf8JsonWriter json, CacheSettings? cache)
    {
        if (cache is null)
        {
            return;
        }

        json.WriteStartObject("cache"u8);
        json.WriteText("use_auto_auth_token"u8, cache.UseAutoAuthToken);
        if (cache.PersistPath is { } path)
        {
            json.WriteStartObject("persist"u8);
            json.WriteString("type"u8, "kubernetes"u8);
            json.WriteString("path"u8, path);
            json.WriteText("service_account_token_file"u8, cache.PersistTokenFile);
            json.WriteFlag("exit_on_err"u8, cache.PersistExitOnError);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteTemplateSettings(Utf8JsonWriter json, TemplateSettings settings)
    {
        json.WriteStartObject("template_config"u8);
        json.WriteBoolean("exit_on_retry_failure"u8, settings.ExitOnRetryFailure);
        json.WriteText("static_secret_render_interval"u8, settings.StaticSecretRenderInterval);
        if (settings.MaxConnectionsPerHost != 0)
        {
            json.WriteNumber("max_connections_per_host"u8, settings.MaxConnectionsPerHost);
        }

        if (settings.LeaseRenewalThreshold != 0)
        {
            json.WriteNumber("lease_renewal_threshold"u8, settings.LeaseRenewalThreshold);
        }

        json.WriteEndObject();
    }

    private static void WriteInjector(Utf8JsonWriter json, InjectorSettings? settings)
    {
        if (settings is null)
        {
            return;
        }

        json.WriteStartObject("injector"u8);
        json.WriteText("init_patience"u8, settings.InitPatience);
        json.WriteText("init_deadline"u8, settings.InitDeadline);
        json.WriteText("hand_over"u8, settings.HandOver);
        json.WriteFlag("revoke_on_shutdown"u8, settings.RevokeOnShutdown);
        json.WriteText("revoke_grace"u8, settings.RevokeGrace);
        json.WriteText("publishing"u8, settings.Publishing);
        json.WriteText("on_withdrawn"u8, settings.OnWithdrawn);
        json.WriteText("metrics_address"u8, settings.MetricsAddress);
        json.WriteStartArray("volumes"u8);
        foreach (var volume in settings.Volumes)
        {
            json.WriteStartObject();
            json.WriteString("path"u8, volume.Path);
            json.WriteText("publishing"u8, volume.Publishing);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
