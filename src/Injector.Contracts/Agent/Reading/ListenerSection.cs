using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Diagnostics;

namespace Injector.Contracts.Agent.Reading;

/// <summary>Listeners, cache, proxy and telemetry.</summary>
internal static class ListenerSection
{
    public static Listener Read(Section section)
    {
        var type = (section.Text("type") ?? section.Label ?? "tcp").ToLowerInvariant();
        if (type is not ("tcp" or "unix"))
        {
            section.Report(Catalogue.Agent.UnknownChoice, "type", type, "tcp, unix");
        }

        // A misspelt word must not open the whole API where only metrics were meant.
        var role = section.Text("role");
        if (role is not (null or "" or "default" or "metrics_only"))
        {
            section.Report(Catalogue.Agent.UnknownChoice, "role", role, "default, metrics_only");
        }

        var api = section.Single("agent_api", BlockLabel.None);
        var listener = new Listener(type, section.Text("address") ?? "127.0.0.1:8200")
        {
            TlsDisable = section.Flag("tls_disable", false),
            TlsCertFile = section.Text("tls_cert_file"),
            TlsKeyFile = section.Text("tls_key_file"),
            RequireRequestHeader = section.Flag("require_request_header", false),
            Role = role,
            EnableQuit = api?.Flag("enable_quit", false) ?? false,
        };
        api?.Close(UnknownKeys.Warn);
        section.Ignore("socket_mode", "socket_user", "socket_group", "tls_min_version", "tls_client_ca_file");
        section.Close(UnknownKeys.Warn);
        return listener;
    }

    public static CacheSettings? ReadCache(Section? section)
    {
        if (section is null)
        {
            return null;
        }

        var persist = section.Single("persist", BlockLabel.Possible);
        var type = persist?.Text("type") ?? persist?.Label;
        if (persist is not null && type != "kubernetes")
        {
            persist.Report(Catalogue.Agent.UnknownChoice, "type", type, "kubernetes");
        }

        var cache = new CacheSettings
        {
            UseAutoAuthToken = ReadTokenUse(section),
            PersistPath = persist?.Text("path"),
            PersistTokenFile = persist?.Text("service_account_token_file"),
            PersistExitOnError = persist?.Flag("exit_on_err", false) ?? false,
        };
        persist?.Ignore("keep_after_import", "exit_on_err");
        persist?.Close(UnknownKeys.Warn);
        section.Ignore("enforce_consistency", "when_inconsistent", "cache_static_secrets", "disable_caching_dynamic_secrets");
        section.Close(UnknownKeys.Warn);
        return cache;
    }

    public static string? ReadApiProxy(Section? section)
    {
        if (section is null)
        {
            return null;
        }

        var use = ReadTokenUse(section) ?? "false";
        section.Ignore("enforce_consistency", "when_inconsistent", "prepend_configured_namespace");
        section.Close(UnknownKeys.Warn);
        return use;
    }

    private static string? ReadTokenUse(Section section)
    {
        const string Key = "use_auto_auth_token";
        return section.Has(Key) && section.Scalar(Key) != "force" ? (section.Flag(Key, false) ? "true" : "false") : section.Scalar(Key);
    }

    public static IReadOnlyDictionary<string, object?>? ReadTelemetry(Section? section)
    {
        var telemetry = section?.Loose();
        foreach (var name in telemetry?.Keys ?? [])
        {
            // Our metrics are always there for Prometheus and never hold a host name: these two have what they ask for.
            if (name is not ("prometheus_retention_time" or "disable_hostname"))
            {
                section?.Ignore(name);
            }
        }

        return telemetry;
    }
}
