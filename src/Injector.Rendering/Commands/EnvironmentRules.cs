namespace Injector.Rendering.Commands;

/// <summary>Which variables a command gets: the <c>env</c> of an <c>exec</c> section.</summary>
public sealed record EnvironmentRules
{
    /// <summary>Everything the agent has, except its token.</summary>
    public static EnvironmentRules InheritAll { get; } = new();

    /// <summary>What is inherited.</summary>
    public EnvironmentInheritance Inheritance { get; init; }

    /// <summary>Globs of inherited names; empty: all.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>Globs of names that are never inherited.</summary>
    public IReadOnlyList<string> Denied { get; init; } = [];

    /// <summary>Further variables, as <c>NAME=value</c>; they win.</summary>
    public IReadOnlyList<string> Added { get; init; } = [];

    /// <summary>Applies the rules.</summary>
    /// <param name="own">The agent's own variables.</param>
    /// <param name="connection">Variables that tell how to reach Vault; never a token.</param>
    /// <returns>The command's variables.</returns>
    internal Dictionary<string, string> Apply(IReadOnlyDictionary<string, string> own, IReadOnlyDictionary<string, string> connection)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Inheritance == EnvironmentInheritance.Inherited)
        {
            foreach (var (name, value) in own)
            {
                if (name is not ("VAULT_TOKEN" or "BAO_TOKEN") && (Allowed.Count == 0 || Matches(Allowed, name)) && !Matches(Denied, name))
                {
                    result[name] = value;
                }
            }
        }

        foreach (var (name, value) in connection)
        {
            result[name] = value;
        }

        foreach (var pair in Added)
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                result[pair[..equals]] = pair[(equals + 1)..];
            }
        }

        return result;
    }

    private static bool Matches(IReadOnlyList<string> globs, string name)
    {
        foreach (var glob in globs)
        {
            if (System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(glob, name, ignoreCase: false))
            {
                return true;
            }
        }

        return false;
    }
}
