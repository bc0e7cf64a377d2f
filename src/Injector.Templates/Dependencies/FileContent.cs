namespace Injector.Templates.Dependencies;

/// <summary>The content of a local file: <c>file "path"</c>. Answered by a <c>string</c>.</summary>
/// <param name="Path">The path as the template wrote it.</param>
public sealed record FileContent(string Path) : Dependency
{
    /// <inheritdoc/>
    public override string Name => $"file({Path})";
}
