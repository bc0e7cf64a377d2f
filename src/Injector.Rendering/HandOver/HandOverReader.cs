using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Injector.Contracts.Secrecy;
using Injector.Rendering.Dependencies;
using Injector.Templates.Dependencies;
using Injector.Vault;
using Injector.Vault.Faults;
using Injector.Vault.Login;

namespace Injector.Rendering.HandOver;

/// <summary>Reads the hand-over file. Whatever is not as it was written is left out.</summary>
internal static class HandOverReader
{
    public static HandOverState? Read(byte[] content)
    {
        using var document = JsonDocument.Parse(JsonRepair.Repair(content));
        var root = document.RootElement;
        var version = root.Member("version"u8);
        if (version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number) || number != HandOverWriter.Version
            || ReadToken(root.Member("token"u8)) is not { } token)
        {
            return null;
        }

        var state = new HandOverState(token);
        var secrets = root.Member("secrets"u8);
        if (secrets.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in secrets.EnumerateArray())
            {
                if (ReadSecret(item) is { } secret)
                {
                    state.Add(secret);
                }
            }
        }

        ReadFiles(root.Member("files"u8), state);
        return state;
    }

    private static VaultToken? ReadToken(JsonElement token) => token.Text("value"u8) is { Length: > 0 } value
        ? new VaultToken(
            new SecretText(value),
            token.Text("accessor"u8) ?? "",
            token.Seconds("seconds"u8),
            token.Flag("renewable"u8),
            Moment(token, "issued"u8) ?? DateTimeOffset.UnixEpoch)
        : null;

    private static HandedOverSecret? ReadSecret(JsonElement item)
    {
        var envelope = item.Member("envelope"u8);
        if (ReadDependency(item) is not { } dependency || envelope.ValueKind != JsonValueKind.Object || Moment(item, "since"u8) is not { } since)
        {
            return null;
        }

        return new HandedOverSecret(dependency, JsonMarshal.GetRawUtf8Value(envelope).ToArray())
        {
            Lease = new VaultLease(item.Text("lease"u8) ?? "", item.Seconds("seconds"u8), item.Flag("renewable"u8)),
            LeaseSince = since,
            NextAction = item.Text("next"u8) switch
            {
                "renew" => WatchAction.Renew,
                "fetch" => WatchAction.Fetch,
                _ => WatchAction.None,
            },
            Due = Moment(item, "due"u8),
        };
    }

    private static Dependency? ReadDependency(JsonElement item)
    {
        if (item.Text("read"u8) is { } read)
        {
            return new VaultRead(read, item.Text("query"u8) ?? "");
        }

        var parameters = item.Member("parameters"u8);
        if (item.Text("write"u8) is not { } write || parameters.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var pair in parameters.EnumerateObject())
        {
            pairs.Add(new(pair.Name, pair.Value.ValueKind == JsonValueKind.String ? pair.Value.GetString() ?? "" : ""));
        }

        return new VaultWrite(write, DependencyParameters.Of(pairs));
    }

    private static void ReadFiles(JsonElement files, HandOverState state)
    {
        if (files.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var file in files.EnumerateObject())
        {
            if (file.Value.ValueKind == JsonValueKind.String
                && UInt128.TryParse(file.Value.GetString(), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hash))
            {
                state.Add(file.Name, hash);
            }
        }
    }

    private static DateTimeOffset? Moment(JsonElement element, ReadOnlySpan<byte> name)
    {
        var value = element.Member(name);
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var milliseconds) && milliseconds is >= 0 and < 253_402_300_799_000
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
            : null;
    }
}
