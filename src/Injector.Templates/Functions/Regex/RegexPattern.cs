using System.Text;
using Injector.Templates.Formatting;
using Injector.Templates.Functions.Text;

namespace Injector.Templates.Functions.Regex;

/// <summary>
/// A compiled RE2 pattern over byte strings. Matching takes time in proportion to text times pattern, never more;
/// an invalid byte matches like U+FFFD and is copied unchanged.
/// </summary>
internal sealed class RegexPattern
{
    /// <summary>Bound on instructions times groups, which is what matching keeps in memory.</summary>
    private const long MaximumCaptures = 2_000_000;

    private readonly Instruction[] _program;
    private readonly int _start;
    private readonly IReadOnlyList<string> _names;
    private readonly RegexBudget _budget;

    private RegexPattern(Instruction[] program, int start, IReadOnlyList<string> names, bool isEmpty, RegexBudget budget) =>
        (_program, _start, _names, IsEmpty, _budget) = (program, start, names, isEmpty, budget);

    /// <summary>True for the empty pattern, which splits differently.</summary>
    public bool IsEmpty { get; }

    /// <summary>Compiles a pattern, or gives Go's error text.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="budget">The time all matching with it may take together; results count only while it is not exceeded.</param>
    /// <param name="error">The text.</param>
    public static RegexPattern? TryCompile(ReadOnlySpan<byte> pattern, RegexBudget budget, out string error)
    {
        error = "";
        try
        {
            var bytes = pattern.ToArray();
            var node = PatternParser.Parse(bytes, out var names);
            var program = PatternCompiler.Compile(node, Encoding.UTF8.GetString(bytes), out var start);
            return (long)program.Length * names.Count <= MaximumCaptures
                ? new RegexPattern(program, start, names, bytes.Length == 0, budget)
                : throw new RegexSyntaxException(RegexSyntaxException.TooLarge, Encoding.UTF8.GetString(bytes));
        }
        catch (RegexSyntaxException problem)
        {
            error = problem.Message;
            return null;
        }
    }

    public bool IsMatch(ReadOnlySpan<byte> text) => new PatternMachine(_program, _start, 0, _budget).Find(text, 0, []);

    /// <summary>Finds up to <paramref name="limit"/> matches (all if negative) as pairs of start and end.</summary>
    public List<(int Start, int End)> FindAll(ReadOnlySpan<byte> text, long limit)
    {
        var matches = new List<(int Start, int End)>();
        var machine = new PatternMachine(_program, _start, 2, _budget);
        Span<int> captures = stackalloc int[2];
        var lastEnd = -1;
        for (var position = 0; position <= text.Length && (limit < 0 || matches.Count < limit) && machine.Find(text, position, captures);)
        {
            var accepted = true;
            if (captures[1] == position)
            {
                // No empty match directly after a match.
                accepted = captures[0] != lastEnd;
                Utf8Runes.Decode(text[position..], out var width);
                position = width > 0 ? position + width : text.Length + 1;
            }
            else
            {
                position = captures[1];
            }

            lastEnd = captures[1];
            if (accepted)
            {
                matches.Add((captures[0], captures[1]));
            }
        }

        return matches;
    }

    /// <summary>Calls back for each piece between matches and each match that is to be replaced.</summary>
    public void Replace(ReadOnlySpan<byte> text, RegexReplacement replacement, ByteBuffer output)
    {
        var captures = new int[2 * _names.Count];
        var machine = new PatternMachine(_program, _start, captures.Length, _budget);
        var lastEnd = 0;
        for (var position = 0; position <= text.Length && machine.Find(text, position, captures);)
        {
            output.Append(text[lastEnd..captures[0]]);
            if (captures[1] > lastEnd || captures[0] == 0)
            {
                replacement.WriteTo(output, text, captures, _names);
            }

            lastEnd = captures[1];
            Utf8Runes.Decode(text[position..], out var width);
            position = position + width > captures[1] || position + 1 > captures[1] ? position + Math.Max(width, 1) : captures[1];
        }

        output.Append(text[lastEnd..]);
    }

    /// <summary>Splits like Go: at most <paramref name="limit"/> pieces, all if negative.</summary>
    public List<(int Start, int End)> Split(ReadOnlySpan<byte> text, long limit)
    {
        var pieces = new List<(int Start, int End)>();
        if (limit == 0)
        {
            return pieces;
        }

        if (!IsEmpty && text.IsEmpty)
        {
            return [(0, 0)];
        }

        var (begin, end) = (0, 0);
        foreach (var match in FindAll(text, limit))
        {
            if (limit > 0 && pieces.Count == limit - 1)
            {
                break;
            }

            end = match.Start;
            if (match.End != 0)
            {
                pieces.Add((begin, end));
            }

            begin = match.End;
        }

        if (end != text.Length)
        {
            pieces.Add((begin, text.Length));
        }

        return pieces;
    }
}
