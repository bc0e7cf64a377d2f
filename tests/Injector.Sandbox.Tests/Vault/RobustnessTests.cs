using System.Net;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Injector.Sandbox.Tests.Contract;

namespace Injector.Sandbox.Tests.Vault;

/// <summary>Odd bodies get an answer, never an unhandled fault.</summary>
public sealed class RobustnessTests(SandboxFixture sandbox) : ContractCases(sandbox)
{
    private static readonly string[] Values =
    [
        "null", "true", "-1", "1e300", "\"\"", "\"text\"", "\"99999999999h\"", "[]", "[1]", "[[{}]]", "{}", "{\"a\":{\"b\":[]}}", "\"-----BEGIN CERTIFICATE-----\\nAA==\\n-----END CERTIFICATE-----\"",
        "\"e30.e30.e30\"", "\"eyJhbGciOiJFUzI1NiJ9.eyJrdWJlcm5ldGVzLmlvIjoxLCJzdWIiOiJzeXN0ZW06c2VydmljZWFjY291bnQ6YTpiIn0.AA\"", "\"a..b\"", "\"*.x\"",
    ];

    [Fact]
    public async Task Answers_AnyFieldsOnAnyPath()
    {
        await using var vault = Open(SystemKind.Sandbox);
        var targets = await TargetsAsync(vault);

        foreach (var (path, names) in targets)
        {
            for (var first = 0; first < Values.Length; first++)
            {
                await AskAsync(vault, path, names.Select(name => (name, Values[first])));
                await AskAsync(vault, path, names.Select((name, index) => (name, Values[(first + (index * 5)) % Values.Length])));
            }
        }
    }

    [Fact]
    public void Merges_AnyObjects() => Prop.ForAll<int>(static seed =>
    {
        var change = new JsonObject { ["a"] = seed, ["b"] = new JsonObject { ["c"] = null } };
        var merged = Injector.Sandbox.Vault.KeyValue.JsonShape.Merge([], change);
        return merged["a"]?.ToString() == change["a"]?.ToString() && merged["b"] is JsonObject { Count: 0 };
    }).QuickCheckThrowOnFailure();

    private static async Task AskAsync(VaultSession vault, string path, IEnumerable<(string Name, string Value)> fields)
    {
        var body = $"{{{string.Join(',', fields.Select(static field => $"\"{field.Name}\":{field.Value}"))}}}";
        var answer = await vault.SendAsync(HttpMethod.Put, path, body, vault.RootToken);
        Assert.True((int)answer.Status < 500 || answer.Errors.Length > 0, $"{path} with {body} gave {answer.Status}");
    }

    private static async Task<IReadOnlyList<(string Path, string[] Names)>> TargetsAsync(VaultSession vault)
    {
        var (kv, plain, pki, transit, database) =
            (await vault.MountKvAsync(), await vault.MountAsync("kv"), await vault.MountAsync("pki"), await vault.MountAsync("transit"), await vault.MountAsync("database"));
        var (kubernetes, jwt, appRole, cert) =
            (await vault.EnableAsync("kubernetes"), await vault.EnableAsync("jwt"), await vault.EnableAsync("approle"), await vault.EnableAsync("cert"));
        (await vault.WriteAsync($"{pki}/root/generate/internal", Json("""{"common_name":"Root","key_type":"ec"}"""))).Expect(HttpStatusCode.OK);
        await vault.WriteAsync($"{pki}/roles/any", Json("""{"allow_any_name":true,"enforce_hostnames":false,"key_type":"ec"}"""));
        await vault.WriteAsync($"{kubernetes}/config", Json("""{"kubernetes_host":"http://127.0.0.1:1"}"""));
        await vault.WriteAsync($"{kubernetes}/role/x", Json("""{"bound_service_account_names":"*","bound_service_account_namespaces":"*"}"""));
        return
        [
            ($"{kv}/data/a", ["data", "options"]),
            ($"{kv}/metadata/a", ["custom_metadata", "max_versions", "delete_version_after"]),
            ($"{kv}/destroy/a", ["versions"]),
            ($"{kv}/config", ["max_versions", "cas_required"]),
            ($"{plain}/a", ["ttl", "x"]),
            ($"{pki}/issue/any", ["common_name", "alt_names", "ip_sans", "uri_sans", "ttl", "format"]),
            ($"{pki}/sign/any", ["csr", "common_name"]),
            ($"{pki}/roles/x", ["ttl", "max_ttl", "key_bits", "allowed_domains", "country"]),
            ($"{pki}/intermediate/set-signed", ["certificate"]),
            ($"{pki}/config/ca", ["pem_bundle"]),
            ($"{pki}/revoke", ["serial_number"]),
            ($"{transit}/encrypt/k", ["plaintext"]),
            ($"{transit}/decrypt/k", ["ciphertext"]),
            ($"{transit}/datakey/plaintext/k", ["bits"]),
            ($"{database}/config/d", ["plugin_name", "connection_url", "allowed_roles", "username"]),
            ($"{database}/roles/r", ["db_name", "default_ttl", "max_ttl", "creation_statements"]),
            ($"{kubernetes}/login", ["role", "jwt"]),
            ($"{kubernetes}/role/x", ["bound_service_account_names", "bound_service_account_namespaces", "token_ttl"]),
            ($"{jwt}/config", ["jwt_validation_pubkeys", "jwks_url"]),
            ($"{jwt}/login", ["role", "jwt"]),
            ($"{appRole}/role/a", ["secret_id_ttl", "token_num_uses", "role_id"]),
            ($"{appRole}/role/a/secret-id", ["metadata", "ttl"]),
            ($"{appRole}/login", ["role_id", "secret_id"]),
            ($"{cert}/certs/c", ["certificate", "allowed_common_names"]),
            ("auth/token/create", ["policies", "ttl", "period", "meta", "num_uses", "type", "explicit_max_ttl"]),
            ("auth/token/renew", ["token", "increment"]),
            ("sys/leases/renew", ["lease_id", "increment"]),
            ("sys/capabilities-self", ["paths", "path"]),
            ($"sys/policies/acl/{vault.Prefix}", ["policy"]),
            ("sys/wrapping/lookup", ["token"]),
            ("sys/wrapping/unwrap", ["token"]),
            ("identity/lookup/entity", ["id", "name", "alias_name"]),
        ];
    }
}
