using System.Text;

namespace Injector.Templates.Values;

/// <summary>A <c>json.Number</c>: the digits as they stood in the JSON text. Every number of a Vault answer is one.</summary>
/// <remarks>To the language it is a string kind of its own type; see the rules in <c>docs/reference/templates.md</c>.</remarks>
/// <param name="bytes">The digits; must not change afterwards.</param>
public sealed class NumberTextValue(ReadOnlyMemory<byte> bytes) : TextValue(bytes)
{
    /// <inheritdoc/>
    public override string TypeName => "json.Number";

    /// <summary>The number written as <paramref name="text"/>.</summary>
    public static NumberTextValue From(string text) => new(Encoding.ASCII.GetBytes(text));
}
