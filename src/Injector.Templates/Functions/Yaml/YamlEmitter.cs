using Injector.Templates.Formatting;

namespace Injector.Templates.Functions.Yaml;

/// <summary>
/// Writes block-style YAML as libyaml's emitter does for yaml.v2: two blanks per level, lists not indented under their key, long texts folded.
/// It keeps the emitter's notion of where it stands, because the places of blanks and breaks follow from it.
/// </summary>
internal sealed partial class YamlEmitter(ByteBuffer output)
{
    private const int Step = 2;

    /// <summary>Texts are folded at the first single blank beyond this column.</summary>
    private const int Width = 80;

    /// <summary>A longer key is written in the form with a question mark.</summary>
    private const int LongestSimpleKey = 128;

    private readonly Stack<int> _indents = new();
    private int _indent = -1;
    private int _column;

    /// <summary>Whether the last thing written was white space, or nothing.</summary>
    private bool _afterSpace = true;

    /// <summary>Whether the line so far is only indentation and list marks.</summary>
    private bool _inIndentation = true;

    /// <summary>Whether the node to come is the value of a mapping.</summary>
    private bool _inMapping;

    public void BeginSequence()
    {
        IncreaseIndent(flow: false, indentless: _inMapping && !_inIndentation);
    }

    public void BeginItem()
    {
        WriteIndent();
        WriteIndicator("-", needsSpace: true, isSpace: false, keepsIndentation: true);
        _inMapping = false;
    }

    public void BeginMapping() => IncreaseIndent(flow: false, indentless: false);

    public void EndCollection() => _indent = _indents.Pop();

    /// <summary>Writes a scalar as a key and the colon after it.</summary>
    public void WriteKey(ReadOnlySpan<byte> text, YamlScalarStyle style, string tag)
    {
        WriteIndent();
        _inMapping = true;
        if (!ScalarAnalysis.Of(text).IsMultiline && text.Length + tag.Length <= LongestSimpleKey)
        {
            WriteScalar(text, style, tag, isSimpleKey: true);
            WriteIndicator(":", needsSpace: false, isSpace: false, keepsIndentation: false);
            return;
        }

        WriteIndicator("?", needsSpace: true, isSpace: false, keepsIndentation: true);
        WriteScalar(text, style, tag, isSimpleKey: false);
        WriteIndent();
        WriteIndicator(":", needsSpace: true, isSpace: false, keepsIndentation: true);
    }

    /// <summary>Tells the emitter that the node to come is a value of the mapping.</summary>
    public void BeginValue() => _inMapping = true;

    public void WriteEmpty(string brackets)
    {
        WriteIndicator(brackets[..1], needsSpace: true, isSpace: true, keepsIndentation: false);
        WriteIndicator(brackets[1..], needsSpace: false, isSpace: false, keepsIndentation: false);
    }

    public void WriteScalar(ReadOnlySpan<byte> text, YamlScalarStyle style, string tag) => WriteScalar(text, style, tag, isSimpleKey: false);

    private void WriteScalar(ReadOnlySpan<byte> text, YamlScalarStyle style, string tag, bool isSimpleKey)
    {
        style = Choose(ScalarAnalysis.Of(text), style, text.IsEmpty, isSimpleKey);
        if (tag.Length > 0)
        {
            WriteIndicator(tag, needsSpace: true, isSpace: false, keepsIndentation: false);
        }

        IncreaseIndent(flow: true, indentless: false);
        switch (style)
        {
            case YamlScalarStyle.Plain:
                WritePlain(text, !isSimpleKey);
                break;
            case YamlScalarStyle.SingleQuoted:
                WriteSingleQuoted(text, !isSimpleKey);
                break;
            case YamlScalarStyle.DoubleQuoted:
                WriteDoubleQuoted(text, !isSimpleKey);
                break;
            default:
                WriteLiteral(text);
                break;
        }

        _indent = _indents.Pop();
    }

    private static YamlScalarStyle Choose(ScalarAnalysis analysis, YamlScalarStyle style, bool isEmpty, bool isSimpleKey)
    {
        if (isSimpleKey && analysis.IsMultiline)
        {
            style = YamlScalarStyle.DoubleQuoted;
        }

        if (style == YamlScalarStyle.Plain && (!analysis.AllowsPlain || (isEmpty && isSimpleKey)))
        {
            style = YamlScalarStyle.SingleQuoted;
        }

        return (style == YamlScalarStyle.SingleQuoted && !analysis.AllowsSingleQuotes)
            || (style == YamlScalarStyle.Literal && (!analysis.AllowsBlock || isSimpleKey))
            ? YamlScalarStyle.DoubleQuoted
            : style;
    }

    private void IncreaseIndent(bool flow, bool indentless)
    {
        _indents.Push(_indent);
        if (_indent < 0)
        {
            _indent = flow ? Step : 0;
        }
        else if (!indentless)
        {
            _indent += Step;
        }
    }

    private void WriteIndent()
    {
        var indent = Math.Max(_indent, 0);
        if (!_inIndentation || _column > indent || (_column == indent && !_afterSpace))
        {
            PutBreak();
        }

        output.AppendRepeated((byte)' ', indent - _column);
        _column = indent;
        _afterSpace = true;
        _inIndentation = true;
    }

    private void WriteIndicator(string indicator, bool needsSpace, bool isSpace, bool keepsIndentation)
    {
        if (needsSpace && !_afterSpace)
        {
            Put(' ');
        }

        output.Append(indicator);
        _column += indicator.Length;
        _afterSpace = isSpace;
        _inIndentation &= keepsIndentation;
    }

    private void Put(char letter)
    {
        output.Append(letter);
        _column++;
    }

    private void PutBreak()
    {
        output.Append('\n');
        _column = 0;
    }
}
