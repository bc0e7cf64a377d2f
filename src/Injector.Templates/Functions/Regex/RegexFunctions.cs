using System.Globalization;
using System.Text;
using Injector.Contracts.Diagnostics;
using Injector.Templates.Calling;
using Injector.Templates.Formatting;
using Injector.Templates.Functions.Text;
using Injector.Templates.Values;
using static Injector.Templates.Values.GoType;

namespace Injector.Templates.Functions.Regex;

/// <summary>Regular expressions in both function sets. sprig's plain forms fail with more words than its <c>must</c> forms.</summary>
internal static class RegexFunctions
{
    public static readonly FunctionDefinition[] All =
    [
        new("regexMatch", [GoType.String, GoType.String], Bool, static call => Match(call, Compile(call, PlainError))),
        new("regexReplaceAll", [GoType.String, GoType.String, GoType.String], GoType.String, static call => Replace(call, Compile(call, PlainError), text: 2, Template(call, 1))),
        new("sprig_regexMatch", [GoType.String, GoType.String], Bool, static call => MatchOrFalse(call)),
        new("sprig_mustRegexMatch", [GoType.String, GoType.String], Bool, static call => Match(call, Compile(call, PlainError))),
        new("sprig_regexFind", [GoType.String, GoType.String], GoType.String, static call => Find(call, Compile(call, PanicError))),
        new("sprig_mustRegexFind", [GoType.String, GoType.String], GoType.String, static call => Find(call, Compile(call, PlainError))),
        new("sprig_regexFindAll", [GoType.String, GoType.String, Int], StringList, static call => FindAll(call, Compile(call, PanicError))),
        new("sprig_mustRegexFindAll", [GoType.String, GoType.String, Int], StringList, static call => FindAll(call, Compile(call, PlainError))),
        new("sprig_regexReplaceAll", [GoType.String, GoType.String, GoType.String], GoType.String, static call => Replace(call, Compile(call, PanicError), text: 1, Template(call, 2))),
        new("sprig_mustRegexReplaceAll", [GoType.String, GoType.String, GoType.String], GoType.String, static call =>
            Replace(call, Compile(call, PlainError), text: 1, Template(call, 2))),
        new("sprig_regexReplaceAllLiteral", [GoType.String, GoType.String, GoType.String], GoType.String, static call =>
            Replace(call, Compile(call, PanicError), text: 1, RegexReplacement.Literal(call.Bytes(2)))),
        new("sprig_mustRegexReplaceAllLiteral", [GoType.String, GoType.String, GoType.String], GoType.String, static call =>
            Replace(call, Compile(call, PlainError), text: 1, RegexReplacement.Literal(call.Bytes(2)))),
        new("sprig_regexSplit", [GoType.String, GoType.String, Int], StringList, static call => Split(call, Compile(call, PanicError))),
        new("sprig_mustRegexSplit", [GoType.String, GoType.String, Int], StringList, static call => Split(call, Compile(call, PlainError))),
        new("sprig_regexQuoteMeta", [GoType.String], GoType.String, static call => QuoteMeta(call.Bytes(0))),
    ];

    private readonly record struct Compiled(RegexPattern? Pattern, RegexBudget Budget);

    private static Compiled Compile(FunctionCall call, Func<FunctionCall, string, string> describe)
    {
        var budget = new RegexBudget(call.Scope.Host.Time, call.Scope.Limits.RegexTime);
        var pattern = RegexPattern.TryCompile(call.Bytes(0), budget, out var error);
        if (pattern is null)
        {
            call.Fail(describe(call, error));
        }

        return new Compiled(pattern, budget);
    }

    private static string PlainError(FunctionCall call, string error) => error;

    private static string PanicError(FunctionCall call, string error)
    {
        var pattern = call.Bytes(0);
        var quoted = GoQuote.CanBackQuote(pattern) ? $"`{call.Text(0)}`" : Encoding.UTF8.GetString(GoQuote.Quote(pattern));
        return $"regexp: Compile({quoted}): {error}";
    }

    private static RegexReplacement Template(FunctionCall call, int index) => RegexReplacement.Template(call.Bytes(index));

    /// <summary>The result, unless matching took too long.</summary>
    private static Value InTime(FunctionCall call, RegexBudget budget, Value result) => budget.IsExceeded
        ? call.Fail(
            string.Create(
                CultureInfo.InvariantCulture,
                $"the regular expression took longer than the limit of {call.Scope.Limits.RegexTime.TotalMilliseconds} ms"),
            Catalogue.Templates.RegexLimit)
        : result;

    private static Value Match(FunctionCall call, Compiled compiled) => compiled.Pattern is { } pattern
        ? InTime(call, compiled.Budget, BoolValue.From(pattern.IsMatch(call.Bytes(1))))
        : Value.Nil;

    private static Value MatchOrFalse(FunctionCall call)
    {
        var budget = new RegexBudget(call.Scope.Host.Time, call.Scope.Limits.RegexTime);
        return RegexPattern.TryCompile(call.Bytes(0), budget, out _) is { } pattern
            ? Match(call, new Compiled(pattern, budget))
            : BoolValue.False;
    }

    private static Value Find(FunctionCall call, Compiled compiled)
    {
        if (compiled.Pattern is not { } pattern)
        {
            return Value.Nil;
        }

        var matches = pattern.FindAll(call.Bytes(1), 1);
        return InTime(call, compiled.Budget, matches is [var match, ..] ? ByteText.Slice(call.String(1), match.Start, match.End) : StringValue.Empty);
    }

    private static Value FindAll(FunctionCall call, Compiled compiled)
    {
        if (compiled.Pattern is not { } pattern)
        {
            return Value.Nil;
        }

        var matches = pattern.FindAll(call.Bytes(1), call.Integer(2));
        return InTime(call, compiled.Budget, matches.Count == 0 ? ListValue.NilOf(StringList) : Pieces(call.String(1), matches));
    }

    private static Value Split(FunctionCall call, Compiled compiled)
    {
        if (compiled.Pattern is not { } pattern)
        {
            return Value.Nil;
        }

        var pieces = pattern.Split(call.Bytes(1), call.Integer(2));
        return InTime(call, compiled.Budget, call.Integer(2) == 0 ? ListValue.NilOf(StringList) : Pieces(call.String(1), pieces));
    }

    private static ListValue Pieces(StringValue text, List<(int Start, int End)> pieces)
    {
        var items = new Value[pieces.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = ByteText.Slice(text, pieces[i].Start, pieces[i].End);
        }

        return ListValue.OfStrings(items);
    }

    private static Value Replace(FunctionCall call, Compiled compiled, int text, RegexReplacement replacement)
    {
        if (compiled.Pattern is not { } pattern)
        {
            return Value.Nil;
        }

        using var output = new ByteBuffer(call.Bytes(text).Length + 64);
        pattern.Replace(call.Bytes(text), replacement, output);
        return TextSize.Exceeds(call, output.Length) ? TextSize.Fail(call) : InTime(call, compiled.Budget, new StringValue(output.ToArray()));
    }

    private static StringValue QuoteMeta(ReadOnlySpan<byte> text)
    {
        using var output = new ByteBuffer(2 * text.Length);
        foreach (var letter in text)
        {
            if (@"\.+*?()|[]{}^$"u8.Contains(letter))
            {
                output.Append('\\');
            }

            output.Append(letter);
        }

        return new StringValue(output.ToArray());
    }
}
