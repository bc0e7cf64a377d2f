using System.Text;
using System.Text.Json;

namespace Injector.Contracts.Agent.Reading;

/// <summary>Reads JSON into nodes that know their place.</summary>
internal static class JsonConfigParser
{
    private const int MaxDepth = 32;

    public static ObjectNode Parse(ConfigurationText source)
    {
        // The reference takes a comma after the last member too.
        var reader = new Utf8JsonReader(source.Content.Span, new JsonReaderOptions { MaxDepth = MaxDepth, AllowTrailingCommas = true });
        try
        {
            reader.Read();
            var root = ReadValue(source, ref reader);
            reader.Read();
            return root as ObjectNode ?? throw new ConfigSyntaxException(0, "an object is expected");
        }
        catch (JsonException exception)
        {
            throw new ConfigSyntaxException(OffsetOf(source, exception), "this is not JSON");
        }
        catch (InvalidOperationException)
        {
            throw new ConfigSyntaxException((int)reader.TokenStartIndex, "the text is not UTF-8");
        }
    }

    private static ConfigNode ReadValue(ConfigurationText source, ref Utf8JsonReader reader)
    {
        var offset = (int)reader.TokenStartIndex;
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadObject(source, offset, ref reader),
            JsonTokenType.StartArray => ReadList(source, offset, ref reader),
            JsonTokenType.String => new TextNode(source, offset, reader.GetString() ?? ""),
            JsonTokenType.Number => new NumberNode(source, offset, Encoding.UTF8.GetString(reader.ValueSpan)),
            JsonTokenType.True => new FlagNode(source, offset, true),
            JsonTokenType.False => new FlagNode(source, offset, false),
            _ => new NullNode(source, offset),
        };
    }

    private static ObjectNode ReadObject(ConfigurationText source, int offset, ref Utf8JsonReader reader)
    {
        var members = new List<ConfigMember>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var nameOffset = (int)reader.TokenStartIndex;
            var name = reader.GetString() ?? "";
            reader.Read();
            members.Add(new ConfigMember(name, nameOffset, ReadValue(source, ref reader)));
        }

        return new ObjectNode(source, offset, members);
    }

    private static ListNode ReadList(ConfigurationText source, int offset, ref Utf8JsonReader reader)
    {
        var items = new List<ConfigNode>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(ReadValue(source, ref reader));
        }

        return new ListNode(source, offset, items);
    }

    private static int OffsetOf(ConfigurationText source, JsonException exception)
    {
        var rest = source.Content.Span;
        var offset = 0;
        for (var line = exception.LineNumber ?? 0; line > 0; line--)
        {
            var end = rest.IndexOf((byte)'\n') + 1;
            offset += end;
            rest = rest[end..];
        }

        return offset + (int)(exception.BytePositionInLine ?? 0);
    }
}
