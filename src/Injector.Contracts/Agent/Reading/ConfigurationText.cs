namespace Injector.Contracts.Agent.Reading;

/// <summary>One configuration document before it is read.</summary>
/// <param name="Name">A file's path or a variable's name, for messages.</param>
/// <param name="Content">JSON or HCL in UTF-8.</param>
public sealed record ConfigurationText(string Name, ReadOnlyMemory<byte> Content)
{
    /// <summary>Turns a place in the content into line and column, both from 1.</summary>
    /// <param name="offset">Offset in bytes.</param>
    /// <returns>For example <c>config.hcl:3:14</c>.</returns>
    internal string Locate(int offset)
    {
        var before = Content.Span[..Math.Clamp(offset, 0, Content.Length)];
        var line = before.Count((byte)'\n') + 1;
        var column = before.Length - before.LastIndexOf((byte)'\n');
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Name}:{line}:{column}");
    }
}
