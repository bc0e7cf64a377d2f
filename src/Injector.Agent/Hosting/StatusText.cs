using System.Globalization;
using System.Text;
using Injector.Contracts.Diagnostics;
using Injector.Rendering.Status;
using Injector.Vault.Http;

namespace Injector.Agent.Hosting;

/// <summary>Writes the state for people: what works, since when, what comes next, and why something does not work.</summary>
internal static class StatusText
{
    public static string Write(AgentState state)
    {
        var text = new StringBuilder();
        Line(text, $"agent    {ClientIdentity.Version}, up {Ago(state.Now - state.StartedAt)}, {(state.IsReady ? "ready" : "not ready")}");
        Line(text, $"vault    {state.Address.OriginalString}");
        WriteLogin(text, state);
        var snapshot = state.Rendering;
        foreach (var secret in snapshot?.Secrets ?? [])
        {
            WriteSecret(text, secret, state.Now);
        }

        foreach (var file in snapshot?.Files ?? [])
        {
            var published = file.PublishedAt is { } at ? $"published {Ago(state.Now - at)} ago" : "not published";
            Line(text, $"file     {file.Destination}: {published}{(file.MissingSecrets > 0 ? $", waits for {file.MissingSecrets} secret(s)" : "")}");
            WriteFault(text, file.Fault);
        }

        return text.ToString();
    }

    private static void WriteLogin(StringBuilder text, AgentState state)
    {
        if (state.Login is not { } login)
        {
            return;
        }

        var expiry = state.TokenExpiresAt is { } at ? $", token lives {Ago(at - state.Now)}" : "";
        var next = login.NextAttempt is { } attempt ? $", next attempt in {Ago(attempt - state.Now)} after {login.Failures} failure(s)" : "";
        Line(text, $"login    {StatusWords.Of(login.Phase)}{expiry}{next}");
        WriteFault(text, login.LastFailure);
    }

    private static void WriteSecret(StringBuilder text, SecretStatus secret, DateTimeOffset now)
    {
        Line(text, $"secret   {secret.Name}: {StatusWords.Of(secret.State)}"
            + (secret.Version.Length > 0 ? $", version {secret.Version}" : "")
            + (secret.LeaseLeft is { } left ? $", lease {Ago(left)}" : "")
            + (secret.FetchedAt is { } at ? $", read {Ago(now - at)} ago" : "")
            + (secret.NextAction.Length > 0 && secret.NextIn is { } next ? $", {secret.NextAction} in {Ago(next)}" : ""));
        WriteFault(text, secret.Fault);
    }

    private static void WriteFault(StringBuilder text, Diagnostic? fault)
    {
        if (fault is not null)
        {
            Line(text, $"         {fault}");
        }
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');

    private static string Ago(TimeSpan time) => time switch
    {
        { TotalSeconds: < 0 } => "0s",
        { TotalSeconds: < 100 } => time.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture) + "s",
        { TotalMinutes: < 100 } => time.TotalMinutes.ToString("0", CultureInfo.InvariantCulture) + "m",
        { TotalHours: < 100 } => time.TotalHours.ToString("0", CultureInfo.InvariantCulture) + "h",
        _ => time.TotalDays.ToString("0", CultureInfo.InvariantCulture) + "d",
    };
}
