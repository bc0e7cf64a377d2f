namespace Injector.Injection.Secrets;

/// <summary>One file the agent is to render.</summary>
internal sealed record SecretFile
{
    /// <summary>The suffix that names it.</summary>
    public required string Name { get; init; }

    /// <summary>Its Vault path; empty when only a template was given.</summary>
    public required string VaultPath { get; init; }

    /// <summary>Mount path of its volume.</summary>
    public required string MountPath { get; init; }

    public required string Destination { get; init; }

    /// <summary>Text of the template; empty when it is read from <see cref="Source"/>.</summary>
    public required string Contents { get; init; }

    /// <summary>Whether the text is the default template.</summary>
    public required bool IsDefaultTemplate { get; init; }

    public required string Source { get; init; }

    public required string LeftDelimiter { get; init; }

    public required string RightDelimiter { get; init; }

    public required string Perms { get; init; }

    public required string Command { get; init; }

    public required bool ErrorOnMissingKey { get; init; }
}
