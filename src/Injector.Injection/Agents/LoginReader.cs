using Injector.Contracts.Annotations;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Texts;
using Injector.Injection.Annotations;
using Injector.Injection.Reporting;
using Injector.Injection.Tokens;
using static Injector.Contracts.Annotations.AnnotationCatalogue;

namespace Injector.Injection.Agents;

/// <summary>Reads how the agent logs in.</summary>
internal static class LoginReader
{
    public static LoginOptions Read(AnnotationReader reader, LoginToken token) => new()
    {
        Type = reader.Text(AuthType),
        Path = reader.Text(AuthPath),
        MinBackoff = reader.Text(AuthMinBackoff),
        MaxBackoff = reader.Text(AuthMaxBackoff),
        Config = ReadConfig(reader, token),
        ExitOnError = reader.Boolean(AutoAuthExitOnError),
    };

    /// <summary>The reference looks at the pauses before everything else.</summary>
    public static void CheckBackoffs(AnnotationReader reader)
    {
        CheckDuration(reader, AuthMinBackoff, "error parsing min backoff as duration: ");
        CheckDuration(reader, AuthMaxBackoff, "error parsing max backoff as duration: ");
    }

    private static void CheckDuration(AnnotationReader reader, AnnotationDefinition definition, string words)
    {
        if (reader.Annotations.TryGet(definition.Name, out var entry) && entry.Text.Length > 0 && !GoDuration.TryParse(entry.Text, out _))
        {
            reader.Report.Deny(
                DenialStage.Defaults, Catalogue.Injection.InvalidValue.For(entry.Key, entry.Key, ShortValue.Of(entry.Text), GoDuration.Form), words);
        }
    }

    private static Dictionary<string, string> ReadConfig(AnnotationReader reader, LoginToken token)
    {
        var config = new Dictionary<string, string> { ["token_path"] = token.Path };
        var keys = new Dictionary<string, string>();
        foreach (var (suffix, entry) in reader.Annotations.Family(AuthConfig).OrderByDescending(item => item.Suffix, StringComparer.Ordinal))
        {
            var parameter = suffix.Replace('-', '_');
            if (keys.TryAdd(parameter, entry.Key))
            {
                config[parameter] = entry.Text;
            }
            else
            {
                reader.Report.Warn(Catalogue.Injection.ParameterClash.For(entry.Key, keys[parameter], entry.Key));
            }
        }

        var role = reader.Text(Role);
        if (role.Length > 0)
        {
            config["role"] = role;
        }

        return config;
    }
}
