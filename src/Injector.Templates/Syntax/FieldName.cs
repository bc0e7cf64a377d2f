using Injector.Templates.Values;

namespace Injector.Templates.Syntax;

/// <summary>The name after a dot: as text for structs and messages, as bytes for maps.</summary>
internal sealed class FieldName(string text)
{
    public string Text { get; } = text;

    public StringValue Key { get; } = StringValue.From(text);
}
