using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.Requests;

namespace Injector.Sandbox.Vault.Pki;

/// <summary>What certificates may be asked for. Kept as the fields that were written; absent ones have Vault's defaults.</summary>
internal sealed class PkiRole(JsonObject fields)
{
    private static readonly Dictionary<string, string> NoQuery = [];

    public FieldReader Fields => new(fields, NoQuery);

    public TimeSpan Ttl => Fields.Duration("ttl");

    public TimeSpan MaxTtl => Fields.Duration("max_ttl");

    public TimeSpan NotBefore => Fields.Duration("not_before_duration", TimeSpan.FromSeconds(30));

    public string KeyType => Fields.Text("key_type", "rsa");

    public long KeyBits => Fields.Number("key_bits");

    public bool GeneratesLease => Fields.Flag("generate_lease");

    public bool IsStored => !Fields.Flag("no_store");

    public PkiRole Update(JsonObject changes)
    {
        var merged = fields.DeepClone().AsObject();
        foreach (var (name, value) in changes)
        {
            merged[name] = value?.DeepClone();
        }

        return new PkiRole(merged);
    }

    /// <summary>The refusal of a role with unreadable fields.</summary>
    public VaultReply? Check()
    {
        var reader = Fields;
        reader.Duration("ttl");
        reader.Duration("max_ttl");
        reader.Duration("not_before_duration");
        reader.Number("key_bits");
        foreach (var flag in DefaultFlags.Keys)
        {
            reader.Flag(flag);
        }

        return reader.Refusal;
    }

    public bool Flag(string name) => Fields.Flag(name, DefaultFlags.GetValueOrDefault(name));

    public JsonObject ToJson()
    {
        var role = new JsonObject();
        foreach (var (name, fallback) in DefaultFlags)
        {
            role[name] = Fields.Flag(name, fallback);
        }

        role["allowed_domains"] = Fields.Texts("allowed_domains").ToJson();
        role["allowed_uri_sans"] = Fields.Texts("allowed_uri_sans").ToJson();
        role["key_bits"] = KeyBits == 0 ? KeyType == "rsa" ? 2048 : 256 : KeyBits;
        role["key_type"] = KeyType;
        role["key_usage"] = KeyUsages().ToJson();
        role["max_ttl"] = MaxTtl.ToSeconds();
        role["not_before_duration"] = NotBefore.ToSeconds();
        role["ttl"] = Ttl.ToSeconds();
        return role;
    }

    public IReadOnlyList<string> KeyUsages() => Fields.Has("key_usage") ? Fields.Texts("key_usage") : ["DigitalSignature", "KeyAgreement", "KeyEncipherment"];

    private static Dictionary<string, bool> DefaultFlags { get; } = new()
    {
        ["allow_any_name"] = false,
        ["allow_bare_domains"] = false,
        ["allow_glob_domains"] = false,
        ["allow_ip_sans"] = true,
        ["allow_localhost"] = true,
        ["allow_subdomains"] = false,
        ["allow_wildcard_certificates"] = true,
        ["client_flag"] = true,
        ["code_signing_flag"] = false,
        ["email_protection_flag"] = false,
        ["enforce_hostnames"] = true,
        ["generate_lease"] = false,
        ["no_store"] = false,
        ["require_cn"] = true,
        ["server_flag"] = true,
        ["use_csr_common_name"] = true,
        ["use_csr_sans"] = true,
    };
}
