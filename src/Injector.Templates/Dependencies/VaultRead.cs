namespace Injector.Templates.Dependencies;

/// <summary>A secret that is read: <c>secret "path"</c>.</summary>
/// <param name="Path">The path without blanks and slashes around it and without a query.</param>
/// <param name="Query">What stood after the question mark, for example <c>version=2</c>; empty when there was none.</param>
public sealed record VaultRead(string Path, string Query = "") : Dependency
{
    private const string VersionKey = "version=";

    /// <summary>The version asked for; empty for the newest.</summary>
    public string Version
    {
        get
        {
            foreach (var part in Query.Split('&'))
            {
                if (part.StartsWith(VersionKey, StringComparison.Ordinal))
                {
                    return part[VersionKey.Length..];
                }
            }

            return "";
        }
    }

    /// <inheritdoc/>
    public override string Name => Version is { Length: > 0 } version ? $"vault.read({Path}.v{version})" : $"vault.read({Path})";
}
