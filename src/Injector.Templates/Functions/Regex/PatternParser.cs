namespace Injector.Templates.Functions.Regex;

/// <summary>Parses RE2 syntax with the Perl extensions Go's <c>regexp</c> accepts, and refuses what Go refuses with Go's words.</summary>
internal sealed class PatternParser
{
    /// <summary>Nesting of a pattern; deeper ones are refused.</summary>
    public const int MaximumHeight = 1000;

    private readonly PatternReader _reader;
    private readonly Stack<PatternFrame> _open = new();
    private readonly List<string> _names = [""];
    private PatternFrame _frame = new(0, "", PatternFlags.None);
    private PatternFlags _flags;

    /// <summary>Where the repetition operator before the current position started; -1 if there is none.</summary>
    private int _lastRepeat = -1;

    private PatternParser(byte[] pattern) => _reader = new PatternReader(pattern);

    /// <summary>Parses a pattern; <paramref name="names"/> gets the names of the groups by index, empty for unnamed ones.</summary>
    public static PatternNode Parse(byte[] pattern, out IReadOnlyList<string> names)
    {
        var parser = new PatternParser(pattern);
        var node = parser.ParseAll();
        names = parser._names;
        return node;
    }

    private PatternNode ParseAll()
    {
        while (!_reader.AtEnd)
        {
            var repeat = ParseNext();
            _lastRepeat = repeat;
        }

        return _open.Count > 0
            ? throw new RegexSyntaxException(RegexSyntaxException.MissingParenthesis, _reader.All)
            : Checked(_frame.Close());
    }

    /// <summary>Parses one element and returns the start of a repetition operator, or -1.</summary>
    private int ParseNext()
    {
        var start = _reader.Position;
        switch (_reader.Peek())
        {
            case (byte)'(':
                OpenGroup();
                break;
            case (byte)'|':
                _reader.Position++;
                _frame.NextAlternative();
                break;
            case (byte)')':
                _reader.Position++;
                CloseGroup();
                break;
            case (byte)'^':
                AddSimple(1, Has(PatternFlags.Multiline) ? NodeKind.BeginLine : NodeKind.BeginText);
                break;
            case (byte)'$':
                AddSimple(1, Has(PatternFlags.Multiline) ? NodeKind.EndLine : NodeKind.EndText);
                break;
            case (byte)'.':
                AddSimple(1, Has(PatternFlags.DotMatchesNewline) ? NodeKind.AnyRune : NodeKind.AnyRuneNotNewline);
                break;
            case (byte)'[':
                AddClass(new ClassParser(_reader).ParseBrackets(out var negated), negated);
                break;
            case (byte)'*':
                return ParseOperator(start, 0, PatternNode.Unbounded);
            case (byte)'+':
                return ParseOperator(start, 1, PatternNode.Unbounded);
            case (byte)'?':
                return ParseOperator(start, 0, 1);
            case (byte)'{':
                if (!RepeatBounds.TryParse(_reader, out var bounds))
                {
                    AddLiteral(_reader.NextRune());
                    break;
                }

                if (!bounds.IsValid)
                {
                    throw _reader.Fail(RegexSyntaxException.InvalidRepeatSize, start);
                }

                Repeat(start, bounds.Minimum, bounds.Maximum);
                return start;
            case (byte)'\\':
                ParseBackslash();
                break;
            default:
                AddLiteral(_reader.NextRune());
                break;
        }

        return -1;
    }

    private void ParseBackslash()
    {
        switch (_reader.Peek(1))
        {
            case (byte)'A':
                AddSimple(2, NodeKind.BeginText);
                return;
            case (byte)'z':
                AddSimple(2, NodeKind.EndText);
                return;
            case (byte)'b':
                AddSimple(2, NodeKind.WordBoundary);
                return;
            case (byte)'B':
                AddSimple(2, NodeKind.NoWordBoundary);
                return;
            case (byte)'C':
                _reader.Position += 2;
                throw _reader.Fail(RegexSyntaxException.InvalidEscape, _reader.Position - 2);
            case (byte)'Q':
                ParseQuoted();
                return;
        }

        var escapes = new ClassParser(_reader);
        if (escapes.TryParseClassEscape(out var item))
        {
            AddClass([item], negated: false);
            return;
        }

        AddLiteral(escapes.ParseEscape());
    }

    private void ParseQuoted()
    {
        _reader.Position += 2;
        var length = _reader.Rest.IndexOf(@"\E"u8);
        var end = length < 0 ? _reader.Position + _reader.Rest.Length : _reader.Position + length;
        while (_reader.Position < end)
        {
            AddLiteral(_reader.NextRune());
        }

        _reader.Position = length < 0 ? end : end + 2;
    }

    private void OpenGroup()
    {
        var outside = _flags;
        var index = 0;
        var name = "";
        if (_reader.Peek(1) == '?')
        {
            var group = GroupSyntax.Parse(_reader, _flags);
            if (group.Kind == GroupKind.FlagsOnly)
            {
                _flags = group.Flags;
                return;
            }

            _flags = group.Flags;
            name = group.Name;
            index = group.Kind == GroupKind.Named ? AddName(name) : 0;
        }
        else
        {
            _reader.Position++;
            index = AddName("");
        }

        _open.Push(_frame);
        _frame = new PatternFrame(index, name, outside);
        if (_open.Count > MaximumHeight)
        {
            throw new RegexSyntaxException(RegexSyntaxException.NestingDepth, _reader.All);
        }
    }

    private int AddName(string name)
    {
        _names.Add(name);
        return _names.Count - 1;
    }

    private void CloseGroup()
    {
        if (_open.Count == 0)
        {
            throw new RegexSyntaxException(RegexSyntaxException.UnexpectedParenthesis, _reader.All);
        }

        var group = Checked(_frame.Close());
        _flags = _frame.FlagsOutside;
        _frame = _open.Pop();
        _frame.Add(group);
    }

    private int ParseOperator(int start, int minimum, int maximum)
    {
        _reader.Position++;
        Repeat(start, minimum, maximum);
        return start;
    }

    private void Repeat(int start, int minimum, int maximum)
    {
        var afterOperator = _reader.Position;
        var lazy = _reader.Take((byte)'?') != Has(PatternFlags.SwapGreed);
        if (_lastRepeat >= 0)
        {
            throw _reader.Fail(RegexSyntaxException.InvalidRepeatOperator, _lastRepeat);
        }

        if (!_frame.EndsInOperand)
        {
            throw _reader.Fail(RegexSyntaxException.MissingRepeatArgument, start);
        }

        var operand = _frame.TakeLast();
        var node = Checked(new PatternNode(NodeKind.Repeat)
        {
            Minimum = minimum,
            Maximum = maximum,
            Lazy = lazy,
            Children = [operand],
            Height = operand.Height + 1,
        });
        if ((minimum >= 2 || maximum >= 2) && !RepeatBounds.StaysBelowLimit(node, RepeatBounds.Limit))
        {
            _reader.Position = afterOperator;
            throw _reader.Fail(RegexSyntaxException.InvalidRepeatSize, start);
        }

        _frame.Add(node);
    }

    private PatternNode Checked(PatternNode node) => node.Height > MaximumHeight
        ? throw new RegexSyntaxException(RegexSyntaxException.NestingDepth, _reader.All)
        : node;

    private void AddSimple(int length, NodeKind kind)
    {
        _reader.Position += length;
        _frame.Add(new PatternNode(kind));
    }

    private void AddLiteral(int rune) =>
        _frame.Add(new PatternNode(NodeKind.Literal) { Rune = rune, FoldCase = Has(PatternFlags.FoldCase) });

    private void AddClass(List<ClassItem> items, bool negated) =>
        _frame.Add(new PatternNode(NodeKind.Class) { Class = new CharacterClass(items, negated, FoldRule) });

    private CaseRule FoldRule => Has(PatternFlags.FoldCase) ? CaseRule.Fold : CaseRule.Exact;

    private bool Has(PatternFlags flag) => (_flags & flag) != 0;
}
