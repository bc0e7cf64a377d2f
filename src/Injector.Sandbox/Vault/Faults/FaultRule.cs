using Injector.Sandbox.Vault.Policies;

namespace Injector.Sandbox.Vault.Faults;

/// <summary>Which requests fail, how, and how often.</summary>
public sealed record FaultRule
{
    private readonly PathPattern _pattern = new("*");
    private readonly string _path = "*";

    /// <summary>The paths below <c>/v1/</c>, written as in a policy: <c>*</c> at the end, <c>+</c> for a segment. Default: all.</summary>
    public string Path
    {
        get => _path;
        init => (_path, _pattern) = (value, new PathPattern(value));
    }

    /// <summary>The HTTP method; null: any.</summary>
    public string? Method { get; init; }

    /// <summary>How many requests it catches; null: all until it is removed.</summary>
    public int? Times { get; init; }

    /// <summary>How many matching requests it lets through first.</summary>
    public int After { get; init; }

    /// <summary>A delay on the server's clock before the effect.</summary>
    public TimeSpan Latency { get; init; }

    /// <summary>What happens. Default: nothing but the delay.</summary>
    public FaultEffect Effect { get; init; } = new FaultEffect.Proceed();

    internal bool Covers(string method, string path) => _pattern.Matches(path) && (Method is null || string.Equals(Method, method, StringComparison.OrdinalIgnoreCase));
}
