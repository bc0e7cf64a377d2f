using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Injector.Rendering.Dependencies;
using Injector.Templates.Dependencies;

namespace Injector.Rendering.HandOver;

/// <summary>Writes the hand-over file. Its form is private: both sides always run the same image.</summary>
internal static class HandOverWriter
{
    public const int Version = 1;

    public static ArrayBufferWriter<byte> Write(HandOverState state)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writer.WriteNumber("version"u8, Version);
        WriteToken(writer, state);
        writer.WriteStartArray("secrets"u8);
        foreach (var secret in state.Secrets.Values)
        {
            WriteSecret(writer, secret);
        }

        writer.WriteEndArray();
        writer.WriteStartObject("files"u8);
        foreach (var (destination, hash) in state.Files)
        {
            writer.WriteString(destination, hash.ToString("x32", CultureInfo.InvariantCulture));
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
        return buffer;
    }

    private static void WriteToken(Utf8JsonWriter writer, HandOverState state)
    {
        writer.WriteStartObject("token"u8);
        writer.WriteString("value"u8, state.Token.Value.Reveal());
        writer.WriteString("accessor"u8, state.Token.Accessor);
        writer.WriteNumber("seconds"u8, state.Token.Duration.TotalSeconds);
        writer.WriteBoolean("renewable"u8, state.Token.Renewable);
        writer.WriteNumber("issued"u8, state.Token.IssuedAt.ToUnixTimeMilliseconds());
        writer.WriteEndObject();
    }

    private static void WriteSecret(Utf8JsonWriter writer, HandedOverSecret secret)
    {
        writer.WriteStartObject();
        switch (secret.Dependency)
        {
            case VaultRead read:
                writer.WriteString("read"u8, read.Path);
                writer.WriteString("query"u8, read.Query);
                break;
            case VaultWrite write:
                writer.WriteString("write"u8, write.Path);
                writer.WriteStartObject("parameters"u8);
                foreach (var (key, value) in write.Parameters)
                {
                    writer.WriteString(key, value);
                }

                writer.WriteEndObject();
                break;
        }

        writer.WriteString("lease"u8, secret.Lease.Id ?? "");
        writer.WriteNumber("seconds"u8, secret.Lease.Duration.TotalSeconds);
        writer.WriteBoolean("renewable"u8, secret.Lease.Renewable);
        writer.WriteNumber("since"u8, secret.LeaseSince.ToUnixTimeMilliseconds());
        writer.WriteString("next"u8, NameOf(secret.NextAction));
        if (secret.Due is { } due)
        {
            writer.WriteNumber("due"u8, due.ToUnixTimeMilliseconds());
        }

        writer.WritePropertyName("envelope"u8);
        writer.WriteRawValue(secret.Envelope);
        writer.WriteEndObject();
    }

    private static ReadOnlySpan<byte> NameOf(WatchAction action) => action switch
    {
        WatchAction.Fetch => "fetch"u8,
        WatchAction.Renew => "renew"u8,
        _ => "none"u8,
    };
}
