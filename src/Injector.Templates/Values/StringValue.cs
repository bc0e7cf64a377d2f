using System.Text;

namespace Injector.Templates.Values;

/// <summary>A <c>string</c>.</summary>
public sealed class StringValue : TextValue
{
    /// <summary>The empty text.</summary>
    public static readonly StringValue Empty = new(ReadOnlyMemory<byte>.Empty);

    /// <summary>Takes over <paramref name="bytes"/>, which must not change afterwards.</summary>
    public StringValue(ReadOnlyMemory<byte> bytes)
        : base(bytes)
    {
    }

    /// <inheritdoc/>
    public override string TypeName => "string";

    /// <summary>The UTF-8 form of <paramref name="text"/>.</summary>
    public static StringValue From(string text) => text.Length == 0 ? Empty : new StringValue(Encoding.UTF8.GetBytes(text));

    /// <summary>A copy of <paramref name="bytes"/>.</summary>
    public static StringValue Copy(ReadOnlySpan<byte> bytes) => bytes.IsEmpty ? Empty : new StringValue(bytes.ToArray());
}
