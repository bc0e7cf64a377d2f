using Injector.Templates.Formatting;

namespace Injector.Templates.Values;

/// <summary>A value of kind string: bytes that are usually, but not always, UTF-8.</summary>
public abstract class TextValue : Value
{
    private protected TextValue(ReadOnlyMemory<byte> bytes) => Bytes = bytes;

    /// <summary>The bytes. They must never change.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>The bytes as a span.</summary>
    public ReadOnlySpan<byte> Span => Bytes.Span;

    /// <summary>Number of bytes.</summary>
    public int Length => Bytes.Length;

    /// <inheritdoc/>
    public override GoKind Kind => GoKind.String;

    /// <summary>The text as UTF-16, for messages and names only: bytes that are not UTF-8 do not survive it.</summary>
    public string Decode() => GoText.Decode(Span);
}
