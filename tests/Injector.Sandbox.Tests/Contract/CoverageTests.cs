using System.Reflection;

namespace Injector.Sandbox.Tests.Contract;

/// <summary>Every part of the API's description has a case, or a reason why it has none here.</summary>
public sealed class CoverageTests
{
    private static readonly MethodInfo[] Cases = [.. typeof(CoverageTests).Assembly.GetTypes()
        .SelectMany(static type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        .Where(static method => method.GetCustomAttributes<FactAttribute>().Any())];

    private const string Client = "A rule for clients; the tests of the agent's client hold it.";
    private const string Faults = "A server shows it on demand only: see FaultTests.";

    private static readonly Dictionary<string, string?> Rows = new()
    {
        ["R1"] = null,
        ["R2"] = null,
        ["R3"] = null,
        ["R4"] = null,
        ["R5"] = Client,
        ["R6"] = null,
        ["R7"] = null,
        ["R8"] = null,
        ["R9"] = Client,
        ["R10"] = Faults,
        ["S2_1"] = null,
        ["S2_2"] = null,
        ["S2_3_400"] = null,
        ["S2_3_403"] = null,
        ["S2_3_404"] = null,
        ["S2_3_405"] = null,
        ["S2_3_412"] = "Enterprise only; shown on demand.",
        ["S2_3_413"] = null,
        ["S2_3_415"] = null,
        ["S2_3_429"] = Faults,
        ["S2_3_472"] = Faults,
        ["S2_3_473"] = Faults,
        ["S2_3_5xx"] = Faults,
        ["S2_4"] = null,
        ["S3_Kubernetes"] = null,
        ["S3_Jwt"] = null,
        ["S3_AppRole"] = null,
        ["S3_Cert"] = null,
        ["S3_aws_azure_gcp"] = "Methods of cloud providers; neither agent nor sandbox has them yet.",
        ["S3_ldap_userpass"] = "The agent does not log in with them.",
        ["S3_BatchTokens"] = null,
        ["S3_NumUses"] = null,
        ["S4_LookupSelf"] = null,
        ["S4_RenewSelf"] = null,
        ["S4_RevokeSelf"] = null,
        ["S5_Renew"] = null,
        ["S5_Revoke"] = null,
        ["S5_Lookup"] = null,
        ["S5_ALeaseDiesWithItsToken"] = null,
        ["S6_AWrappedAnswer"] = null,
        ["S6_Unwrap"] = null,
        ["S6_Lookup"] = null,
        ["S7_1"] = null,
        ["S7_2"] = null,
        ["S7_3_Kv1"] = null,
        ["S7_3_Cubbyhole"] = null,
        ["S7_4_Creds"] = null,
        ["S7_4_StaticCreds"] = null,
        ["S7_5_Issue"] = null,
        ["S7_5_Sign"] = null,
        ["S7_5_Ca"] = null,
        ["S7_6_Transit"] = null,
        ["S7_6_AppRole"] = null,
        ["S7_6_TokenCreate"] = null,
        ["S7_6_cloud"] = "Engines of cloud providers and brokers; a template treats them by the general rules of leases.",
        ["S8_Health"] = null,
        ["S8_CapabilitiesSelf"] = null,
        ["S8_consistency"] = "Enterprise only.",
        ["S9"] = "The event stream is Enterprise only; the agent does not listen to it yet.",
        ["S10"] = Client,
    };

    [Fact]
    public void Covers_EveryRow()
    {
        string[] bare = [.. Rows
            .Where(static row => row.Value is null && !Cases.Any(method => method.Name.StartsWith(row.Key, StringComparison.Ordinal)))
            .Select(static row => row.Key)];

        Assert.Empty(bare);
    }

    [Fact]
    public void Since_IsAVersionVaultAndOpenBaoShare_WithItsSubject()
    {
        OnEverySystemAttribute[] dated = [.. Cases
            .SelectMany(static method => method.GetCustomAttributes<OnEverySystemAttribute>())
            .Where(static attribute => attribute.Since is not null)];

        Assert.NotEmpty(dated);
        Assert.All(dated, static attribute =>
        {
            Assert.NotEmpty(attribute.Subject ?? string.Empty);
            Assert.True(VaultVersion.TryParse(attribute.Since) is { } since && VaultVersion.LastShared.IsAtLeast(since), $"'{attribute.Since}'");
        });
    }
}
