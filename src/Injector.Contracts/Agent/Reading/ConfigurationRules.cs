using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Diagnostics;

namespace Injector.Contracts.Agent.Reading;

/// <summary>The rules between sections; those within one section stand with its reader.</summary>
internal static class ConfigurationRules
{
    private static readonly string[] Levels = ["trace", "debug", "info", "notice", "warn", "warning", "error", "err"];

    public static void Check(AgentConfiguration configuration, Section root, List<Diagnostic> faults)
    {
        CheckPurpose(configuration, root, faults);
        CheckProxy(configuration, root, faults);
        CheckWrapping(configuration, root, faults);
        CheckProcess(configuration, root, faults);
        CheckDestinations(configuration, root, faults);
        CheckWords(configuration, root, faults);
    }

    private static void CheckPurpose(AgentConfiguration configuration, Section root, List<Diagnostic> faults)
    {
        if (configuration.AutoAuth is null && configuration.Cache is null && configuration.Listeners.Count == 0)
        {
            faults.Add(Catalogue.Agent.MissingKey.For(root.Place, root.Place, "configuration", "auto_auth, cache or listener"));
        }

        if (configuration.AutoAuth is { Sinks.Count: 0 } && configuration.Templates.Count == 0 && configuration.EnvironmentTemplates.Count == 0 && !UsesToken(configuration))
        {
            faults.Add(Catalogue.Agent.Needs.For(root.PlaceOf("auto_auth"), root.PlaceOf("auto_auth"), "auto_auth", "a sink, a template, an env_template or a listener that uses the token"));
        }

        if (configuration.AutoAuth is null && configuration.Templates.Count > 0)
        {
            faults.Add(Catalogue.Agent.Needs.For(root.PlaceOf("template"), root.PlaceOf("template"), "template", "auto_auth"));
        }
    }

    private static void CheckProxy(AgentConfiguration configuration, Section root, List<Diagnostic> faults)
    {
        if (configuration.Cache is not null && configuration.Templates.Count == 0 && configuration.EnvironmentTemplates.Count == 0 && configuration.Listeners.Count == 0)
        {
            faults.Add(Catalogue.Agent.Needs.For(root.PlaceOf("cache"), root.PlaceOf("cache"), "cache", "a template or a listener"));
        }

        if (configuration.ApiProxyUseAutoAuthToken is not null && configuration.Listeners.Count == 0)
        {
            faults.Add(Catalogue.Agent.Needs.For(root.PlaceOf("api_proxy"), root.PlaceOf("api_proxy"), "api_proxy", "a listener"));
        }

        var user = root.PlaceOf(configuration.ApiProxyUseAutoAuthToken is null ? "cache" : "api_proxy");
        if (UsesToken(configuration) && configuration.AutoAuth is null)
        {
            faults.Add(Catalogue.Agent.Needs.For(user, user, "use_auto_auth_token", "auto_auth"));
        }

        if (UsesToken(configuration) && configuration.AutoAuth is { Method.WrapTtl: not null })
        {
            faults.Add(Catalogue.Agent.Conflict.For(user, user, "use_auto_auth_token", "auto_auth.method.wrap_ttl"));
        }
    }

    private static void CheckWrapping(AgentConfiguration configuration, Section root, List<Diagnostic> faults)
    {
        if (configuration.AutoAuth is not { Method.WrapTtl: not null } autoAuth)
        {
            return;
        }

        var login = root.PlaceOf("auto_auth");
        if (autoAuth.Sinks.Count != 1)
        {
            faults.Add(Catalogue.Agent.Needs.For(login, login, "auto_auth.method.wrap_ttl", "exactly one sink"));
        }

        if (autoAuth.Sinks.Any(sink => sink.WrapTtl is not null))
        {
            faults.Add(Catalogue.Agent.Conflict.For(login, login, "auto_auth.method.wrap_ttl", "sink.wrap_ttl"));
        }
    }

    private static void CheckProcess(AgentConfiguration configuration, Section root, List<Diagnostic> faults)
    {
        var hasVariables = configuration.EnvironmentTemplates.Count > 0;
        if (hasVariables != configuration.Exec is not null)
        {
            var (present, absent) = hasVariables ? ("env_template", "exec") : ("exec", "env_template");
            faults.Add(Catalogue.Agent.Needs.For(root.PlaceOf(present), root.PlaceOf(present), present, absent));
        }

        if (hasVariables && configuration.Templates.Count > 0)
        {
            faults.Add(Catalogue.Agent.Conflict.For(root.PlaceOf("template"), root.PlaceOf("template"), "env_template", "template"));
        }

        if (hasVariables && configuration.ApiProxyUseAutoAuthToken is not null)
        {
            faults.Add(Catalogue.Agent.Conflict.For(root.PlaceOf("api_proxy"), root.PlaceOf("api_proxy"), "env_template", "api_proxy"));
        }

        ReportRepeated(configuration.EnvironmentTemplates.Select(template => template.Name), "name", root.PlaceOf("env_template"), faults);
    }

    private static void CheckDestinations(AgentConfiguration configuration, Section root, List<Diagnostic> faults) =>
        ReportRepeated(configuration.Templates.Select(template => template.Destination), "destination", root.PlaceOf("template"), faults);

    private static void CheckWords(AgentConfiguration configuration, Section root, List<Diagnostic> faults)
    {
        foreach (var word in configuration.DisableIdleConnections)
        {
            RequireWord("disable_idle_connections", word, ConnectionParts.All, root, faults);
        }

        foreach (var word in configuration.DisableKeepAlives)
        {
            RequireWord("disable_keep_alives", word, ConnectionParts.All, root, faults);
        }

        if (configuration.LogLevel is { Length: > 0 } level)
        {
            RequireWord("log_level", level.ToLowerInvariant(), Levels, root, faults);
        }

        if (configuration.LogFormat is { Length: > 0 } format)
        {
            RequireWord("log_format", format.ToLowerInvariant(), ["standard", "json"], root, faults);
        }
    }

    private static void RequireWord(string key, string word, IReadOnlyList<string> words, Section root, List<Diagnostic> faults)
    {
        if (!words.Contains(word))
        {
            faults.Add(Catalogue.Agent.UnknownChoice.For(root.PlaceOf(key), root.PlaceOf(key), key, word, string.Join(", ", words)));
        }
    }

    private static void ReportRepeated(IEnumerable<string> values, string key, string place, List<Diagnostic> faults)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            if (value.Length > 0 && !seen.Add(value))
            {
                faults.Add(Catalogue.Agent.DuplicateValue.For(place, place, key, value));
            }
        }
    }

    private static bool UsesToken(AgentConfiguration configuration) =>
        configuration.Cache?.UseAutoAuthToken is "true" or "1" or "force" || configuration.ApiProxyUseAutoAuthToken is "true" or "1" or "force";
}
