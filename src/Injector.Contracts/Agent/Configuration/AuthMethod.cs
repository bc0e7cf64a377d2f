namespace Injector.Contracts.Agent.Configuration;

/// <summary>The <c>auto_auth.method</c> section.</summary>
public sealed record AuthMethod
{
    /// <summary>Lower-case method name, for example <c>kubernetes</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Mount including the <c>auth/</c> prefix; null: <c>auth/&lt;type&gt;</c>.</summary>
    public string? MountPath { get; init; }

    /// <summary>First pause after a failed login; null: 1 s.</summary>
    public string? MinBackoff { get; init; }

    /// <summary>Longest pause after a failed login; null: 5 min.</summary>
    public string? MaxBackoff { get; init; }

    /// <summary>Vault namespace of the login, used when the connection names none.</summary>
    public string? Namespace { get; init; }

    /// <summary>Method settings, for example <c>role</c> and <c>token_path</c>; written in key order.</summary>
    public IReadOnlyDictionary<string, string> Config { get; init; } = new Dictionary<string, string>();

    /// <summary>True: the first failed login ends the agent. Default false.</summary>
    public bool ExitOnError { get; init; }

    /// <summary>Wraps the login's answer for this long, as text; null: no wrapping.</summary>
    public string? WrapTtl { get; init; }
}
