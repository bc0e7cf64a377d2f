using System.Globalization;
using System.Text;
using Injector.Rendering.Status;
using Injector.Vault.Login;

namespace Injector.Agent.Hosting;

/// <summary>Prometheus text: few series, no paths, no names of secrets.</summary>
internal static class MetricsText
{
    public static ReadOnlyMemory<byte> Write(AgentState state)
    {
        var text = new StringBuilder();
        Gauge(text, "injector_agent_ready", "Whether every file was published once.", state.IsReady ? 1 : 0);
        Gauge(text, "injector_agent_start_time_seconds", "Start of the process as Unix time.", Unix(state.StartedAt));
        if (state.Login is { } login)
        {
            Gauge(text, "injector_agent_logged_in", "Whether the token is current.", login.Phase == LoginPhase.LoggedIn ? 1 : 0);
            Gauge(text, "injector_agent_login_failures", "Failed logins since the last success.", login.Failures);
        }

        if (state.TokenExpiresAt is { } expiry)
        {
            Gauge(text, "injector_agent_token_time_to_live_seconds", "Life left of the token.", Math.Max(0, (expiry - state.Now).TotalSeconds));
        }

        WriteRendering(text, state);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void WriteRendering(StringBuilder text, AgentState state)
    {
        if (state.Rendering is not { } rendering)
        {
            return;
        }

        Header(text, "injector_agent_secrets", "Secrets by state.");
        foreach (var word in Enum.GetValues<SecretState>())
        {
            var count = rendering.Secrets.Count(secret => secret.State == word);
            text.Append(CultureInfo.InvariantCulture, $"injector_agent_secrets{{state=\"{StatusWords.Of(word)}\"}} {count}\n");
        }

        Gauge(text, "injector_agent_files", "Files to publish.", rendering.Files.Count);
        Gauge(text, "injector_agent_files_failing", "Files whose template or publication fails.", rendering.Files.Count(file => file.Fault is not null));
        if (rendering.Files.Where(file => file.PublishedAt is not null).Select(file => file.PublishedAt).Max() is { } last)
        {
            Gauge(text, "injector_agent_last_publication_time_seconds", "Last publication as Unix time.", Unix(last));
        }

        if (rendering.Secrets.Where(secret => secret.FetchedAt is not null).Select(secret => secret.FetchedAt).Min() is { } oldest)
        {
            Gauge(text, "injector_agent_oldest_secret_age_seconds", "Age of the value that was read longest ago.", (state.Now - oldest).TotalSeconds);
        }
    }

    private static void Gauge(StringBuilder text, string name, string help, double value)
    {
        Header(text, name, help);
        text.Append(CultureInfo.InvariantCulture, $"{name} {value:0.###}\n");
    }

    private static void Header(StringBuilder text, string name, string help) => text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} gauge\n");

    private static double Unix(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 1000d;
}
