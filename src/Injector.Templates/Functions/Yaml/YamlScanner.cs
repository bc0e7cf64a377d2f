namespace Injector.Templates.Functions.Yaml;

/// <summary>Cuts a YAML text into tokens, as libyaml does: indentation becomes start and end tokens, and keys are recognised at their colon.</summary>
internal sealed partial class YamlScanner
{
    /// <summary>Levels of brackets and of indentation.</summary>
    public const int MaximumDepth = 10_000;

    /// <summary>A key must be on one line and not longer than this.</summary>
    private const int LongestSimpleKey = 1024;

    private readonly YamlCursor _cursor;
    private readonly List<YamlToken> _tokens = [];
    private readonly Stack<int> _indents = new();
    private readonly List<SimpleKey> _simpleKeys = [default];

    /// <summary>The levels of keys by the numbers of their first tokens. As in the original an empty pair of brackets takes its own entry out.</summary>
    private readonly Dictionary<int, int> _keysByToken = [];

    private int _head;
    private int _tokensParsed;
    private int _indent = -1;
    private bool _keyAllowed = true;
    private bool _endProduced;

    public YamlScanner(byte[] text) => _cursor = new YamlCursor(text);

    private int FlowLevel => _simpleKeys.Count - 1;

    private bool InFlow => FlowLevel > 0;

    /// <summary>The next token, which stays.</summary>
    public YamlToken Peek()
    {
        while (_head == _tokens.Count || HeadMayBecomeKey())
        {
            FetchNext();
        }

        return _tokens[_head];
    }

    /// <summary>The next token, which is taken.</summary>
    public YamlToken Take()
    {
        var token = Peek();
        _head++;
        _tokensParsed++;
        if (_head == _tokens.Count)
        {
            _tokens.Clear();
            _head = 0;
        }

        return token;
    }

    private bool HeadMayBecomeKey() =>
        _keysByToken.TryGetValue(_tokensParsed, out var level) && IsStillPossible(level) && !_endProduced;

    private void FetchNext()
    {
        SkipToNextToken();
        Unroll(_cursor.Column);
        if (_cursor.AtEnd)
        {
            FetchStreamEnd();
        }
        else if (_cursor.Column == 0 && _cursor.Peek() == '%')
        {
            FetchDirective();
        }
        else if (_cursor.IsDocumentMarker((byte)'-'))
        {
            FetchDocumentMarker(YamlTokenKind.DocumentStart);
        }
        else if (_cursor.IsDocumentMarker((byte)'.'))
        {
            FetchDocumentMarker(YamlTokenKind.DocumentEnd);
        }
        else if (!TryFetchIndicator(_cursor.Peek()))
        {
            FetchPlainOrFail();
        }
    }

    private bool TryFetchIndicator(byte letter)
    {
        switch (letter)
        {
            case (byte)'[':
                FetchFlowStart(YamlTokenKind.FlowSequenceStart);
                return true;
            case (byte)'{':
                FetchFlowStart(YamlTokenKind.FlowMappingStart);
                return true;
            case (byte)']':
                FetchFlowEnd(YamlTokenKind.FlowSequenceEnd);
                return true;
            case (byte)'}':
                FetchFlowEnd(YamlTokenKind.FlowMappingEnd);
                return true;
            case (byte)',':
                RemoveSimpleKey();
                _keyAllowed = true;
                AddMarker(YamlTokenKind.FlowEntry);
                return true;
            case (byte)'-' when _cursor.IsBlankOrEnd(1):
                FetchBlockEntry();
                return true;
            case (byte)'?' when InFlow || _cursor.IsBlankOrEnd(1):
                FetchKey();
                return true;
            case (byte)':' when InFlow || _cursor.IsBlankOrEnd(1):
                FetchValue();
                return true;
            case (byte)'*':
                FetchAnchor(YamlTokenKind.Alias);
                return true;
            case (byte)'&':
                FetchAnchor(YamlTokenKind.Anchor);
                return true;
            case (byte)'!':
                SaveSimpleKey();
                _keyAllowed = false;
                _tokens.Add(ScanTag());
                return true;
            case (byte)'|' or (byte)'>' when !InFlow:
                RemoveSimpleKey();
                _keyAllowed = true;
                _tokens.Add(ScanBlockScalar(isLiteral: letter == '|'));
                return true;
            case (byte)'\'' or (byte)'"':
                SaveSimpleKey();
                _keyAllowed = false;
                _tokens.Add(ScanQuotedScalar(letter));
                return true;
            default:
                return false;
        }
    }

    private void FetchPlainOrFail()
    {
        var letter = _cursor.Peek();
        var starts = !(_cursor.IsBlankOrEnd() || "-?:,[]{}#&*!|>'\"%@`"u8.Contains(letter))
            || (letter == '-' && !_cursor.IsBlank(1))
            || (!InFlow && letter is (byte)'?' or (byte)':' && !_cursor.IsBlankOrEnd(1));
        if (!starts)
        {
            throw Fail(_cursor.Mark, "found character that cannot start any token");
        }

        SaveSimpleKey();
        _keyAllowed = false;
        _tokens.Add(ScanPlainScalar());
    }

    private void SkipToNextToken()
    {
        while (true)
        {
            // A tab may not indent, so it is skipped only where no key could start.
            while (_cursor.Peek() == ' ' || (_cursor.Peek() == '\t' && (InFlow || !_keyAllowed)))
            {
                _cursor.Skip();
            }

            if (_cursor.Peek() == '#')
            {
                SkipComment();
            }

            if (!_cursor.IsBreak())
            {
                return;
            }

            _cursor.SkipLine();
            _keyAllowed |= !InFlow;
        }
    }

    private void SkipComment()
    {
        while (!_cursor.IsBreakOrEnd())
        {
            _cursor.Skip();
        }
    }

    private void AddMarker(YamlTokenKind kind, int length = 1)
    {
        _tokens.Add(new YamlToken(kind, _cursor.Mark));
        _cursor.Skip(length);
    }

    private YamlProblem Fail(YamlMark context, string problem) => YamlProblem.Scanning(context, problem, _cursor.Mark);
}
