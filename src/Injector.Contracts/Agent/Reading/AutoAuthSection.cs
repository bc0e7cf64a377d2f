using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Diagnostics;

namespace Injector.Contracts.Agent.Reading;

internal static class AutoAuthSection
{
    // A number or a flag in their place is a fault; the remaining settings of the methods may be text as well as what they are.
    private static readonly string[] TextSettings =
    [
        "role", "token_path", "path", "role_id_file_path", "secret_id_file_path", "secret_id_response_wrapping_path",
        "name", "ca_cert", "client_cert", "client_key", "token_file_path",
    ];

    public static AutoAuth? Read(Section? section)
    {
        if (section is null)
        {
            return null;
        }

        var method = section.Single("method", BlockLabel.Possible);
        if (method is null)
        {
            section.Report(Catalogue.Agent.MissingKey, "auto_auth", "method");
        }

        var autoAuth = new AutoAuth(
            method is null ? new AuthMethod { Type = "" } : ReadMethod(method),
            [.. section.Sections("sink", BlockLabel.Possible).Select(SinkSection.Read), .. section.Sections("sinks", BlockLabel.Possible).Select(SinkSection.Read)])
        {
            ReauthenticateOnNewCredentials = section.Flag("enable_reauth_on_new_credentials", false),
        };
        section.Close(UnknownKeys.Warn);
        return autoAuth;
    }

    private static AuthMethod ReadMethod(Section section)
    {
        var config = section.Single("config", BlockLabel.None);
        config?.RequireTexts(TextSettings);
        var type = section.Text("type") ?? section.Label;
        if (string.IsNullOrEmpty(type))
        {
            section.Report(Catalogue.Agent.MissingKey, "method", "type");
        }

        var method = new AuthMethod
        {
            Type = (type ?? "").ToLowerInvariant(),
            MountPath = section.Text("mount_path"),
            Namespace = section.Text("namespace"),
            MinBackoff = section.PositiveDuration("min_backoff"),
            MaxBackoff = section.PositiveDuration("max_backoff"),
            WrapTtl = section.PositiveDuration("wrap_ttl"),
            ExitOnError = section.Flag("exit_on_err", false),
            Config = config?.AllScalars() ?? new Dictionary<string, string>(),
        };
        if (Backoff(method.MinBackoff, 1) >= Backoff(method.MaxBackoff, 300))
        {
            section.Report(Catalogue.Agent.BackoffReversed);
        }

        section.Close(UnknownKeys.Warn);
        return method;
    }

    private static TimeSpan Backoff(string? text, int fallbackSeconds) => DurationText.OrDefault(text, TimeSpan.FromSeconds(fallbackSeconds));
}
