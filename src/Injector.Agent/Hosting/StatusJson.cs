using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Injector.Contracts.Diagnostics;
using Injector.Rendering.Status;
using Injector.Vault.Http;

namespace Injector.Agent.Hosting;

/// <summary>Writes the state for programs.</summary>
internal static class StatusJson
{
    public static ReadOnlyMemory<byte> Write(AgentState state)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("version", ClientIdentity.Version);
            WriteTime(json, "started_at", state.StartedAt);
            json.WriteString("address", state.Address.OriginalString);
            json.WriteBoolean("ready", state.IsReady);
            WriteLogin(json, state);
            var snapshot = state.Rendering;
            json.WriteStartArray("secrets");
            foreach (var secret in snapshot?.Secrets ?? [])
            {
                WriteSecret(json, secret);
            }

            json.WriteEndArray();
            json.WriteStartArray("files");
            foreach (var file in snapshot?.Files ?? [])
            {
                WriteFile(json, file);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private static void WriteLogin(Utf8JsonWriter json, AgentState state)
    {
        if (state.Login is not { } login)
        {
            return;
        }

        json.WriteStartObject("login");
        json.WriteString("phase", StatusWords.Of(login.Phase));
        json.WriteString("accessor", state.TokenAccessor);
        WriteTime(json, "token_expires_at", state.TokenExpiresAt);
        json.WriteNumber("failures", login.Failures);
        WriteTime(json, "next_attempt", login.NextAttempt);
        WriteFault(json, login.LastFailure);
        json.WriteEndObject();
    }

    private static void WriteSecret(Utf8JsonWriter json, SecretStatus secret)
    {
        json.WriteStartObject();
        json.WriteString("name", secret.Name);
        json.WriteString("state", StatusWords.Of(secret.State));
        json.WriteString("version", secret.Version);
        WriteSeconds(json, "lease_left_seconds", secret.LeaseLeft);
        WriteTime(json, "fetched_at", secret.FetchedAt);
        json.WriteString("next_action", secret.NextAction);
        WriteSeconds(json, "next_in_seconds", secret.NextIn);
        json.WriteNumber("failures", secret.Failures);
        WriteFault(json, secret.Fault);
        json.WriteEndObject();
    }

    private static void WriteFile(Utf8JsonWriter json, FileStatus file)
    {
        json.WriteStartObject();
        json.WriteString("destination", file.Destination);
        WriteTime(json, "published_at", file.PublishedAt);
        json.WriteNumber("missing_secrets", file.MissingSecrets);
        WriteFault(json, file.Fault);
        json.WriteEndObject();
    }

    private static void WriteFault(Utf8JsonWriter json, Diagnostic? fault)
    {
        if (fault is null)
        {
            return;
        }

        json.WriteStartObject("fault");
        json.WriteString("code", fault.Code);
        json.WriteString("message", fault.Message);
        json.WriteString("remedy", fault.Remedy);
        json.WriteEndObject();
    }

    private static void WriteTime(Utf8JsonWriter json, string name, DateTimeOffset? time)
    {
        if (time is { } moment)
        {
            json.WriteString(name, moment.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        }
    }

    private static void WriteSeconds(Utf8JsonWriter json, string name, TimeSpan? duration)
    {
        if (duration is { } time)
        {
            json.WriteNumber(name, Math.Round(time.TotalSeconds, 1));
        }
    }
}
