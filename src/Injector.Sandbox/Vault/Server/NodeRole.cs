namespace Injector.Sandbox.Vault.Server;

/// <summary>What a node of a cluster is.</summary>
public enum NodeRole
{
    /// <summary>It answers everything.</summary>
    Active,

    /// <summary>It sends clients to the active node.</summary>
    Standby,

    /// <summary>It answers reads; health tells it apart.</summary>
    PerformanceStandby,

    /// <summary>The active node of a cluster that only copies another: of no use to clients.</summary>
    DisasterRecoverySecondary,
}
