using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Injector.Sandbox.Tests.Contract;

/// <summary>Runs a case against the sandbox, and against a real Vault when one is configured; otherwise that run is skipped by name.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OnEverySystemAttribute : DataAttribute
{
    /// <summary>Why the case makes no sense against a real server; null: it does.</summary>
    public string? SandboxOnly { get; set; }

    /// <summary>An environment variable that must be set as well for the real server.</summary>
    public string? Needs { get; set; }

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var reason = SandboxOnly ?? RealVault.Missing(Needs);
        IReadOnlyCollection<ITheoryDataRow> rows =
        [
            new TheoryDataRow<SystemKind>(SystemKind.Sandbox),
            new TheoryDataRow<SystemKind>(SystemKind.RealVault) { Skip = reason },
        ];
        return ValueTask.FromResult(rows);
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}
