using System.Text;

namespace Injector.Sandbox.Pods.Isolation;

/// <summary>Mounts in their order, written as a file for <c>mount --all --fstab</c>: one process for all of them, and no shell.</summary>
internal sealed class MountTable
{
    private readonly StringBuilder _lines = new();

    public void Bind(string source, string target, string access) => Add(source, target, "none", access.Length == 0 ? "bind" : $"bind,{access}");

    public void Add(string source, string target, string type, string options) =>
        _lines.Append(Escape(source)).Append(' ').Append(Escape(target)).Append(' ').Append(type).Append(' ').Append(options).Append(" 0 0\n");

    public override string ToString() => _lines.ToString();

    private static string Escape(string path) => path
        .Replace("\\", "\\134", StringComparison.Ordinal)
        .Replace(" ", "\\040", StringComparison.Ordinal)
        .Replace("\t", "\\011", StringComparison.Ordinal)
        .Replace("\n", "\\012", StringComparison.Ordinal)
        .Replace("#", "\\043", StringComparison.Ordinal);
}
