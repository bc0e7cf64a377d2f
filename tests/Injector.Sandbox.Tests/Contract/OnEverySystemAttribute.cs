using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Injector.Sandbox.Tests.Contract;

/// <summary>Runs a case against the sandbox, and against a real Vault when one is configured that has its subject; otherwise that run is skipped by name.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnEverySystemAttribute : DataAttribute
{
    /// <summary>Why the case makes no sense against a real server; null: it does.</summary>
    public string? SandboxOnly { get; set; }

    /// <summary>An environment variable that must be set as well for the real server.</summary>
    public string? Needs { get; set; }

    /// <summary>The version of Vault that brought what the case is about, not above 1.14; null: older than any the cases are meant for.</summary>
    public string? Since { get; set; }

    /// <summary>What came with that version.</summary>
    public string? Subject { get; set; }

    public override async ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var reason = SandboxOnly ?? RealVault.Missing(Needs);
        if (reason is null && Since is not null)
        {
            reason = RealVault.TooOld(await RealVault.VersionAsync(), Since, Subject);
        }

        return [new TheoryDataRow<SystemKind>(SystemKind.Sandbox), new TheoryDataRow<SystemKind>(SystemKind.RealVault) { Skip = reason }];
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}
