namespace Injector.Sandbox.Vault.Policies;

/// <summary>What a policy says about one path.</summary>
internal sealed record PolicyRule(string Path, Capabilities Capabilities)
{
    public ParameterRules Parameters { get; init; } = ParameterRules.None;

    public TimeSpan MinWrappingTtl { get; init; }

    public TimeSpan MaxWrappingTtl { get; init; }

    /// <summary>Puts the rules of two policies for the same path together.</summary>
    public PolicyRule Merge(PolicyRule other) => this with
    {
        Capabilities = Capabilities.HasFlag(Capabilities.Deny) || other.Capabilities.HasFlag(Capabilities.Deny)
            ? Capabilities.Deny
            : Capabilities | other.Capabilities,
        Parameters = Parameters.Merge(other.Parameters),
        MinWrappingTtl = MinWrappingTtl == TimeSpan.Zero || (other.MinWrappingTtl > TimeSpan.Zero && other.MinWrappingTtl < MinWrappingTtl) ? other.MinWrappingTtl : MinWrappingTtl,
        MaxWrappingTtl = other.MaxWrappingTtl > MaxWrappingTtl ? other.MaxWrappingTtl : MaxWrappingTtl,
    };
}
