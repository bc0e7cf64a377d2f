using System.Runtime.CompilerServices;
using System.Text;

namespace Injector.Templates.Functions.Yaml;

/// <summary>Makes the node tree of the first document of a text.</summary>
internal sealed partial class YamlParser
{
    private readonly YamlScanner _scanner;
    private readonly Dictionary<string, YamlNode> _anchors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _handles = new(StringComparer.Ordinal);

    private YamlParser(byte[] text) => _scanner = new YamlScanner(text);

    /// <summary>The root, or null when there is no document.</summary>
    public static YamlNode? Parse(byte[] text) => new YamlParser(text).ParseDocument();

    private YamlNode? ParseDocument()
    {
        if (_scanner.Peek().Kind == YamlTokenKind.StreamEnd)
        {
            return null;
        }

        var start = _scanner.Peek();
        ParseDirectives();
        var isExplicit = _scanner.Peek().Kind == YamlTokenKind.DocumentStart;
        if (isExplicit)
        {
            _scanner.Take();
        }
        else if (start != _scanner.Peek())
        {
            throw YamlProblem.Parsing(default, "did not find expected <document start>", _scanner.Peek().Start);
        }

        var root = isExplicit && _scanner.Peek().Kind is YamlTokenKind.VersionDirective or YamlTokenKind.TagDirective
            or YamlTokenKind.DocumentStart or YamlTokenKind.DocumentEnd or YamlTokenKind.StreamEnd
            ? Empty()
            : ParseNode(YamlContext.Block);
        _ = _scanner.Peek();
        return root;
    }

    private void ParseDirectives()
    {
        _handles["!"] = "!";
        _handles["!!"] = YamlTags.Prefix;
        while (_scanner.Peek() is { Kind: YamlTokenKind.VersionDirective or YamlTokenKind.TagDirective } directive)
        {
            _scanner.Take();
            if (directive.Kind == YamlTokenKind.TagDirective)
            {
                _handles[directive.Handle] = directive.Suffix;
            }
            else if (directive.Suffix != "1.1")
            {
                throw YamlProblem.Parsing(default, "found incompatible YAML document", directive.Start);
            }
        }
    }

    private static YamlNode Empty() => new(YamlNodeKind.Scalar) { IsImplicit = true };

    private YamlNode ParseNode(YamlContext context)
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new YamlProblem("exceeded max depth of 10000");
        }

        var token = _scanner.Peek();
        if (token.Kind == YamlTokenKind.Alias)
        {
            _scanner.Take();
            var name = Encoding.UTF8.GetString(token.Value);
            return _anchors.TryGetValue(name, out var target)
                ? new YamlNode(YamlNodeKind.Alias) { Text = token.Value, Target = target }
                : throw new YamlProblem($"unknown anchor '{name}' referenced");
        }

        var start = token.Start;
        var anchor = "";
        YamlToken? tag = null;
        while (token.Kind is YamlTokenKind.Anchor or YamlTokenKind.Tag && (token.Kind == YamlTokenKind.Tag ? tag is null : anchor.Length == 0))
        {
            _scanner.Take();
            anchor = token.Kind == YamlTokenKind.Anchor ? Encoding.UTF8.GetString(token.Value) : anchor;
            tag = token.Kind == YamlTokenKind.Tag ? token : tag;
            token = _scanner.Peek();
        }

        return ParseContent(context, start, anchor, tag is null ? "" : Resolve(tag, start));
    }

    private string Resolve(YamlToken tag, YamlMark start)
    {
        if (tag.Handle.Length == 0)
        {
            return tag.Suffix;
        }

        return _handles.TryGetValue(tag.Handle, out var prefix)
            ? prefix + tag.Suffix
            : throw YamlProblem.Parsing(start, "found undefined tag handle", tag.Start);
    }

    private YamlNode ParseContent(YamlContext context, YamlMark start, string anchor, string tag)
    {
        var token = _scanner.Peek();
        switch (token.Kind)
        {
            case YamlTokenKind.BlockEntry when context == YamlContext.BlockOrIndentlessSequence:
                return ParseIndentlessSequence(Remember(anchor, new YamlNode(YamlNodeKind.Sequence) { Tag = tag }));
            case YamlTokenKind.Scalar:
                _scanner.Take();
                var isImplicit = (token.IsPlain && tag.Length == 0) || tag == "!";
                return Remember(anchor, new YamlNode(YamlNodeKind.Scalar)
                {
                    Tag = tag,
                    Text = token.Value,
                    IsImplicit = isImplicit || tag.Length > 0,
                });
            case YamlTokenKind.FlowSequenceStart:
                return ParseFlowSequence(Remember(anchor, new YamlNode(YamlNodeKind.Sequence) { Tag = tag }));
            case YamlTokenKind.FlowMappingStart:
                return ParseFlowMapping(Remember(anchor, new YamlNode(YamlNodeKind.Mapping) { Tag = tag }));
            case YamlTokenKind.BlockSequenceStart when context != YamlContext.Flow:
                return ParseBlockSequence(Remember(anchor, new YamlNode(YamlNodeKind.Sequence) { Tag = tag }));
            case YamlTokenKind.BlockMappingStart when context != YamlContext.Flow:
                return ParseBlockMapping(Remember(anchor, new YamlNode(YamlNodeKind.Mapping) { Tag = tag }));
            default:
                return anchor.Length > 0 || tag.Length > 0
                    ? Remember(anchor, new YamlNode(YamlNodeKind.Scalar) { Tag = tag, IsImplicit = tag.Length == 0 })
                    : throw YamlProblem.Parsing(start, "did not find expected node content", token.Start);
        }
    }

    private YamlNode Remember(string anchor, YamlNode node)
    {
        if (anchor.Length > 0)
        {
            _anchors[anchor] = node;
        }

        return node;
    }
}
