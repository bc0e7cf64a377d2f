using Injector.Templates.Functions.Text;

namespace Injector.Templates.Functions.Regex;

/// <summary>
/// Turns a parsed pattern into instructions. The code is built from the end: each node is compiled with the place where matching goes on,
/// so nothing needs patching except loops.
/// </summary>
internal sealed class PatternCompiler
{
    /// <summary>Largest program; repetitions are unrolled, so a short pattern can ask for more.</summary>
    public const int MaximumInstructions = 500_000;

    private readonly List<Instruction> _code = [];
    private readonly string _pattern;

    private PatternCompiler(string pattern) => _pattern = pattern;

    /// <summary>Compiles a pattern and returns the first instruction.</summary>
    public static Instruction[] Compile(PatternNode node, string pattern, out int start)
    {
        var compiler = new PatternCompiler(pattern);
        var match = compiler.Emit(new Instruction(Operation.Match, 0, 0, null));
        start = compiler.Compile(node, match);
        return [.. compiler._code];
    }

    private int Emit(Instruction instruction)
    {
        if (_code.Count >= MaximumInstructions)
        {
            throw new RegexSyntaxException(RegexSyntaxException.TooLarge, _pattern);
        }

        _code.Add(instruction);
        return _code.Count - 1;
    }

    private int Compile(PatternNode node, int next)
    {
        switch (node.Kind)
        {
            case NodeKind.Empty:
                return next;
            case NodeKind.Literal:
                return CompileLiteral(node, next);
            case NodeKind.Class:
                return Emit(new Instruction(Operation.Class, next, 0, node.Class));
            case NodeKind.Capture:
                var close = Emit(new Instruction(Operation.Capture, next, 2 * node.CaptureIndex + 1, null));
                return Emit(new Instruction(Operation.Capture, Compile(node.Children[0], close), 2 * node.CaptureIndex, null));
            case NodeKind.Repeat:
                return CompileRepeat(node, next);
            case NodeKind.Concatenation:
                for (var i = node.Children.Count - 1; i >= 0; i--)
                {
                    next = Compile(node.Children[i], next);
                }

                return next;
            case NodeKind.Alternation:
                var way = Compile(node.Children[^1], next);
                for (var i = node.Children.Count - 2; i >= 0; i--)
                {
                    way = Emit(new Instruction(Operation.Split, Compile(node.Children[i], next), way, null));
                }

                return way;
            default:
                return Emit(new Instruction(SimpleOperation(node.Kind), next, 0, null));
        }
    }

    private int CompileLiteral(PatternNode node, int next)
    {
        Span<int> others = stackalloc int[3];
        return node.FoldCase && CaseOrbit.Others(node.Rune, others) > 0
            ? Emit(new Instruction(Operation.FoldedRune, next, CaseOrbit.Canonical(node.Rune), null))
            : Emit(new Instruction(Operation.Rune, next, node.Rune, null));
    }

    private int CompileRepeat(PatternNode node, int next)
    {
        var body = node.Children[0];
        if (node.Maximum == PatternNode.Unbounded)
        {
            var loop = node.Minimum == 0 ? CompileStar(body, node.Lazy, next) : CompilePlus(body, node.Lazy, next);
            return CompileCopies(body, node.Minimum - 1, loop);
        }

        // x{2,5} is xx(x(x(x)?)?)?: every optional copy can leave to the same place.
        var optional = next;
        for (var i = node.Minimum; i < node.Maximum; i++)
        {
            optional = Choice(Compile(body, optional), next, node.Lazy);
        }

        return CompileCopies(body, node.Minimum, optional);
    }

    private int CompileCopies(PatternNode body, int count, int next)
    {
        for (var i = 0; i < count; i++)
        {
            next = Compile(body, next);
        }

        return next;
    }

    /// <summary>A body that can match nothing is tried at least once before the loop, so that its captures are set as in Go.</summary>
    private int CompileStar(PatternNode body, bool lazy, int next)
    {
        if (CanBeEmpty(body))
        {
            return Choice(CompilePlus(body, lazy, next), next, lazy);
        }

        var loop = Emit(default);
        SetChoice(loop, Compile(body, loop), next, lazy);
        return loop;
    }

    private int CompilePlus(PatternNode body, bool lazy, int next)
    {
        var loop = Emit(default);
        var start = Compile(body, loop);
        SetChoice(loop, start, next, lazy);
        return start;
    }

    private int Choice(int take, int leave, bool lazy)
    {
        var split = Emit(default);
        SetChoice(split, take, leave, lazy);
        return split;
    }

    private void SetChoice(int split, int take, int leave, bool lazy) =>
        _code[split] = lazy
            ? new Instruction(Operation.Split, leave, take, null)
            : new Instruction(Operation.Split, take, leave, null);

    private static bool CanBeEmpty(PatternNode node) => node.Kind switch
    {
        NodeKind.Literal or NodeKind.Class or NodeKind.AnyRune or NodeKind.AnyRuneNotNewline => false,
        NodeKind.Capture => CanBeEmpty(node.Children[0]),
        NodeKind.Repeat => node.Minimum == 0 || CanBeEmpty(node.Children[0]),
        NodeKind.Concatenation => node.Children.All(CanBeEmpty),
        NodeKind.Alternation => node.Children.Any(CanBeEmpty),
        _ => true,
    };

    private static Operation SimpleOperation(NodeKind kind) => kind switch
    {
        NodeKind.AnyRune => Operation.AnyRune,
        NodeKind.AnyRuneNotNewline => Operation.AnyRuneNotNewline,
        NodeKind.BeginLine => Operation.BeginLine,
        NodeKind.EndLine => Operation.EndLine,
        NodeKind.BeginText => Operation.BeginText,
        NodeKind.EndText => Operation.EndText,
        NodeKind.WordBoundary => Operation.WordBoundary,
        NodeKind.NoWordBoundary => Operation.NoWordBoundary,
        _ => Operation.Fail,
    };
}
