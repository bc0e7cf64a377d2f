using System.Text.Json.Nodes;
using Injector.Sandbox.Vault;

namespace Injector.Sandbox.Tests.Contract;

/// <summary>What contract cases share. Each case is named after the row of the API's description that it holds a server to.</summary>
public abstract class ContractCases(SandboxFixture sandbox)
{
    /// <summary>
    /// A token no server knows. Its prefix is the one of Vault before 1.10 and of OpenBao. To a newer Vault it is an old token like any other, while an
    /// older one takes what stands behind the dot of "hvs.x" for a namespace and says 500 that there is none.
    /// </summary>
    protected const string UnknownToken = "s.unknown";

    protected VaultSession Open(SystemKind system) => system == SystemKind.RealVault
        ? new VaultSession(RealVault.Address, RealVault.Token, RealVault.CaCertificatePem, system)
        : Open(sandbox.Server);

    protected static VaultSession Open(SandboxVault server) => new(server.Address, server.RootToken.Reveal(), server.CaCertificatePem, SystemKind.Sandbox);

    protected static JsonObject Json(string text) => JsonNode.Parse(text)?.AsObject() ?? [];
}
