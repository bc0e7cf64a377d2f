using System.Text;

namespace Injector.Contracts.Agent.Reading;

/// <summary>Reads HCL 1 into the same nodes as JSON: <c>key = value</c>, blocks with labels, lists, objects, comments, heredocs.</summary>
internal ref struct HclConfigParser
{
    private const int MaxDepth = 32;

    private readonly ConfigurationText _source;
    private HclLexer _lexer;
    private HclToken _token;

    private HclConfigParser(ConfigurationText source)
    {
        _source = source;
        _lexer = new HclLexer(source.Content.Span);
        _token = _lexer.Next();
    }

    public static ObjectNode Parse(ConfigurationText source)
    {
        var parser = new HclConfigParser(source);
        var root = parser.ReadMembers(0, HclTokenKind.End, 0);
        return root;
    }

    private ObjectNode ReadMembers(int offset, HclTokenKind end, int depth)
    {
        if (depth > MaxDepth)
        {
            throw new ConfigSyntaxException(offset, "the nesting is too deep");
        }

        var members = new List<ConfigMember>();
        while (_token.Kind != end)
        {
            if (_token.Kind == HclTokenKind.End)
            {
                throw new ConfigSyntaxException(offset, "this block has no closing '}'");
            }

            members.Add(ReadMember(depth));
            if (_token.Kind == HclTokenKind.Comma)
            {
                Advance();
            }
        }

        return new ObjectNode(_source, offset, members);
    }

    private ConfigMember ReadMember(int depth)
    {
        var name = Take(HclTokenKind.Name, HclTokenKind.Text, "a name is expected");
        switch (_token.Kind)
        {
            case HclTokenKind.Equals:
                Advance();
                return new ConfigMember(name.Text, name.Offset, ReadValue(depth));
            case HclTokenKind.Text or HclTokenKind.Name:
                // A label: the block becomes the only member of an object, as in JSON.
                var label = ReadMember(depth + 1);
                return new ConfigMember(name.Text, name.Offset, new ObjectNode(_source, label.Offset, [label]));
            case HclTokenKind.BraceLeft:
                return new ConfigMember(name.Text, name.Offset, ReadBlock(depth));
            default:
                throw new ConfigSyntaxException(_token.Offset, $"'=' or '{{' is expected after '{name.Text}'");
        }
    }

    private ObjectNode ReadBlock(int depth)
    {
        var offset = _token.Offset;
        Advance();
        var block = ReadMembers(offset, HclTokenKind.BraceRight, depth + 1);
        Advance();
        return block;
    }

    private ConfigNode ReadValue(int depth)
    {
        var token = _token;
        switch (token.Kind)
        {
            case HclTokenKind.Text:
                Advance();
                return new TextNode(_source, token.Offset, token.Text);
            case HclTokenKind.Number:
                Advance();
                return new NumberNode(_source, token.Offset, token.Text);
            case HclTokenKind.Name when token.Text is "true" or "false":
                Advance();
                return new FlagNode(_source, token.Offset, token.Text == "true");
            case HclTokenKind.BraceLeft:
                return ReadBlock(depth);
            case HclTokenKind.BracketLeft:
                return ReadList(depth);
            default:
                throw new ConfigSyntaxException(token.Offset, "a value is expected");
        }
    }

    private ListNode ReadList(int depth)
    {
        var offset = _token.Offset;
        if (depth > MaxDepth)
        {
            throw new ConfigSyntaxException(offset, "the nesting is too deep");
        }

        Advance();
        var items = new List<ConfigNode>();
        while (_token.Kind != HclTokenKind.BracketRight)
        {
            items.Add(ReadValue(depth + 1));
            if (_token.Kind == HclTokenKind.Comma)
            {
                Advance();
            }
            else if (_token.Kind != HclTokenKind.BracketRight)
            {
                throw new ConfigSyntaxException(_token.Offset, "',' or ']' is expected");
            }
        }

        Advance();
        return new ListNode(_source, offset, items);
    }

    private HclToken Take(HclTokenKind one, HclTokenKind other, string reason)
    {
        var token = _token;
        if (token.Kind != one && token.Kind != other)
        {
            throw new ConfigSyntaxException(token.Offset, reason);
        }

        Advance();
        return token;
    }

    private void Advance() => _token = _lexer.Next();
}
