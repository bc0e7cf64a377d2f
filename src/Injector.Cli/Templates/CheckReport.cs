using System.Globalization;
using Injector.Templates.Checking;

namespace Injector.Cli.Templates;

/// <summary>Prints the cases that fail, then counts by category.</summary>
/// <param name="output">Where to.</param>
internal sealed class CheckReport(TextWriter output)
{
    private readonly SortedDictionary<string, (int Passed, int Failed)> _categories = new(StringComparer.Ordinal);
    private int _messages;
    private int _equalMessages;

    /// <summary>How many cases failed.</summary>
    public int Failed { get; private set; }

    /// <summary>Takes a result and prints it if it is a failure.</summary>
    /// <param name="outcome">The result.</param>
    public void Add(TemplateCaseOutcome outcome)
    {
        var (passed, failed) = _categories.GetValueOrDefault(outcome.Case.Category);
        _categories[outcome.Case.Category] = outcome.Passed ? (passed + 1, failed) : (passed, failed + 1);
        Failed += outcome.Passed ? 0 : 1;
        _messages += outcome.FullErrorMatches is null ? 0 : 1;
        _equalMessages += outcome.FullErrorMatches is true ? 1 : 0;
        if (!outcome.Passed)
        {
            output.WriteLine($"{outcome.Case.Id}: {outcome.Case.Text.ReplaceLineEndings("\\n")}");
            output.WriteLine("    " + outcome.Difference?.Replace("\n", "\n    ", StringComparison.Ordinal));
        }
    }

    /// <summary>Prints the counts; the last line is the sum.</summary>
    public void WriteTotals()
    {
        foreach (var (category, (passed, failed)) in _categories)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"category {category}: {passed} passed, {failed} failed"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"whole error messages: {_equalMessages} of {_messages} equal"));
        var sum = _categories.Values.Sum(static counts => counts.Passed);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sum} passed, {Failed} failed"));
    }
}
