namespace Injector.Templates.Functions.Regex;

/// <summary>Leaves the pattern parser; turned into a value by <see cref="RegexPattern.TryCompile"/>. The message is Go's.</summary>
internal sealed class RegexSyntaxException(string code, string expression)
    : FormatException($"error parsing regexp: {code}: `{expression}`")
{
    public const string InvalidCharRange = "invalid character class range";
    public const string InvalidEscape = "invalid escape sequence";
    public const string InvalidNamedCapture = "invalid named capture";
    public const string InvalidPerlOperator = "invalid or unsupported Perl syntax";
    public const string InvalidRepeatOperator = "invalid nested repetition operator";
    public const string InvalidRepeatSize = "invalid repeat count";
    public const string InvalidUtf8 = "invalid UTF-8";
    public const string MissingBracket = "missing closing ]";
    public const string MissingParenthesis = "missing closing )";
    public const string MissingRepeatArgument = "missing argument to repetition operator";
    public const string NestingDepth = "expression nests too deeply";
    public const string TooLarge = "expression too large";
    public const string TrailingBackslash = "trailing backslash at end of expression";
    public const string UnexpectedParenthesis = "unexpected )";
}
