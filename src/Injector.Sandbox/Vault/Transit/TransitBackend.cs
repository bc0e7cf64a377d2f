using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Routing;

namespace Injector.Sandbox.Vault.Transit;

/// <summary>The transit engine with AES-GCM keys: encrypt, decrypt, rewrap, data keys, HMAC.</summary>
internal sealed class TransitBackend : IBackend, IDisposable
{
    private readonly ConcurrentDictionary<string, TransitKey> _keys = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;

    public TransitBackend(TimeProvider time)
    {
        _time = time;
        Routes = new RouteTable(
            new Route("keys").On(VaultOperation.List, _ => VaultReply.Keys(_keys.Keys)),
            new Route("keys/{name}")
                .On(VaultOperation.Read, call => WithKey(call, key => VaultReply.Ok(key.ToJson(call["name"])), VaultReply.Missing))
                .On(VaultOperation.Write, Create)
                .On(VaultOperation.Delete, Delete),
            new Route("keys/{name}/config").On(VaultOperation.Write, Configure),
            new Route("keys/{name}/rotate").On(VaultOperation.Write, Rotate),
            new Route("encrypt/{name}") { Exists = call => _keys.ContainsKey(call["name"]) }.On(VaultOperation.Write, Encrypt),
            new Route("decrypt/{name}").On(VaultOperation.Write, Decrypt),
            new Route("rewrap/{name}").On(VaultOperation.Write, Rewrap),
            new Route("datakey/{kind}/{name}").On(VaultOperation.Write, MakeDataKey),
            new Route("hmac/{name}").On(VaultOperation.Write, Hmac));
    }

    private static VaultReply UnknownKey { get; } = VaultReply.BadRequest("encryption key not found");

    public RouteTable Routes { get; }

    public void Dispose()
    {
        foreach (var key in _keys.Values)
        {
            key.Dispose();
        }
    }

    private static byte[]? Bytes(FieldReader fields, string name)
    {
        var text = fields.Text(name);
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : null;
    }

    private VaultReply WithKey(VaultCall call, Func<TransitKey, VaultReply> action, VaultReply otherwise) => _keys.GetValueOrDefault(call["name"]) is { } key ? action(key) : otherwise;

    private TransitKey Ensure(string name) => _keys.GetOrAdd(name, _ => new TransitKey(_time.GetUtcNow()));

    private VaultReply Create(VaultCall call)
    {
        if (call.Fields().Text("type", "aes256-gcm96") != "aes256-gcm96")
        {
            return VaultReply.BadRequest("the sandbox makes keys of type aes256-gcm96 only");
        }

        return VaultReply.Ok(Ensure(call["name"]).ToJson(call["name"]));
    }

    private VaultReply Configure(VaultCall call) => WithKey(
        call,
        key =>
        {
            key.IsDeletionAllowed = call.Fields().Flag("deletion_allowed", key.IsDeletionAllowed);
            return VaultReply.Ok(key.ToJson(call["name"]));
        },
        VaultReply.BadRequest($"no existing key named {call["name"]} could be found"));

    private VaultReply Rotate(VaultCall call) => WithKey(
        call,
        key =>
        {
            key.Rotate(_time.GetUtcNow());
            return VaultReply.Ok(key.ToJson(call["name"]));
        },
        VaultReply.BadRequest("key not found"));

    private VaultReply Delete(VaultCall call) => WithKey(
        call,
        key =>
        {
            if (!key.IsDeletionAllowed)
            {
                return VaultReply.BadRequest("error deleting policy: deletion is not allowed for this key");
            }

            _keys.TryRemove(call["name"], out _);
            return VaultReply.NoContent;
        },
        VaultReply.BadRequest("could not delete key; not found"));

    private VaultReply Encrypt(VaultCall call)
    {
        if (Bytes(call.Fields(), "plaintext") is not { } plaintext)
        {
            return VaultReply.BadRequest("failed to base64-decode plaintext");
        }

        // Encrypting makes the key when the caller may create it.
        var key = Ensure(call["name"]);
        return VaultReply.Ok(new JsonObject { ["ciphertext"] = key.Encrypt(plaintext), ["key_version"] = key.LatestVersion });
    }

    private VaultReply Decrypt(VaultCall call) => WithKey(
        call,
        key => key.Decrypt(call.Fields().Text("ciphertext")) is { } plaintext
            ? VaultReply.Ok(new JsonObject { ["plaintext"] = Convert.ToBase64String(plaintext) })
            : VaultReply.BadRequest("invalid ciphertext: unable to decrypt"),
        UnknownKey);

    private VaultReply Rewrap(VaultCall call) => WithKey(
        call,
        key => key.Decrypt(call.Fields().Text("ciphertext")) is { } plaintext
            ? VaultReply.Ok(new JsonObject { ["ciphertext"] = key.Encrypt(plaintext), ["key_version"] = key.LatestVersion })
            : VaultReply.BadRequest("invalid ciphertext: unable to decrypt"),
        UnknownKey);

    private VaultReply MakeDataKey(VaultCall call) => WithKey(
        call,
        key =>
        {
            var bits = call.Fields().Number("bits", 256);
            if (bits is not (128 or 256 or 512))
            {
                return VaultReply.BadRequest("invalid bit length");
            }

            var fresh = RandomNumberGenerator.GetBytes((int)bits / 8);
            var answer = new JsonObject { ["ciphertext"] = key.Encrypt(fresh), ["key_version"] = key.LatestVersion };
            if (call["kind"] == "plaintext")
            {
                answer["plaintext"] = Convert.ToBase64String(fresh);
            }

            return VaultReply.Ok(answer);
        },
        UnknownKey);

    private VaultReply Hmac(VaultCall call) => WithKey(
        call,
        key => Bytes(call.Fields(), "input") is { } input
            ? VaultReply.Ok(new JsonObject { ["hmac"] = $"vault:v{key.LatestVersion}:{Convert.ToBase64String(key.Hmac(input))}" })
            : VaultReply.BadRequest("unable to decode input as base64"),
        UnknownKey);
}
