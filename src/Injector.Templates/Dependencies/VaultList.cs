namespace Injector.Templates.Dependencies;

/// <summary>The names below a path: <c>secrets "path"</c>. Answered by a <c>[]string</c>, sorted.</summary>
/// <param name="Path">The path without blanks and slashes around it.</param>
public sealed record VaultList(string Path) : Dependency
{
    /// <inheritdoc/>
    public override string Name => $"vault.list({Path})";
}
