namespace Injector.Templates.Functions.Yaml;

/// <summary>Leaves the YAML reader; <see cref="YamlDecoder.Parse"/> turns it into a text.</summary>
internal sealed class YamlProblem(string message) : FormatException("yaml: " + message)
{
    /// <summary>A problem the scanner found: its own line counts from 1.</summary>
    public static YamlProblem Scanning(YamlMark context, string problem, YamlMark at) => At(at.Line > 0 ? at.Line + 1 : context.Line, problem);

    /// <summary>A problem in the order of tokens: the line is counted from 0, and 0 is not shown.</summary>
    public static YamlProblem Parsing(YamlMark context, string problem, YamlMark at) => At(at.Line > 0 ? at.Line : context.Line, problem);

    private static YamlProblem At(int line, string problem) => new(line > 0
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"line {line}: {problem}")
        : problem);
}
