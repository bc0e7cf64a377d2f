using System.Globalization;
using System.Text;

namespace Injector.Templates.Checking;

/// <summary>Runs cases and compares byte by byte.</summary>
public static class TemplateCaseRunner
{
    // How many bytes of context a difference shows on either side.
    private const int Context = 24;

    /// <summary>Runs one case.</summary>
    public static TemplateCaseOutcome Run(TemplateCase subject)
    {
        var parsed = Template.Parse(subject.Text, subject.Options);
        var result = parsed.Template?.Render(subject.Host, subject.Dot);
        var error = parsed.Template is null ? parsed.Errors[0].Message : result?.Error?.Message;
        var difference = Compare(subject.Expected, result, error);
        return new TemplateCaseOutcome(subject, difference, subject.Expected.FullError is { } full ? full == error : null);
    }

    private static string? Compare(TemplateExpectation expected, RenderResult? result, string? error)
    {
        if (expected.Error is not null)
        {
            return error is null
                ? $"no error, but want one with {expected.Error}"
                : error.Contains(expected.Error, StringComparison.Ordinal) ? null : $"error {error}\nwant  {expected.FullError ?? expected.Error}";
        }

        if (error is not null || result is null)
        {
            return IsRefusedByDesign(expected, error) ? null : "error " + error;
        }

        var missing = result.Missing.Select(dependency => dependency.Name).ToHashSet(StringComparer.Ordinal);
        if (!missing.SetEquals(expected.Missing))
        {
            return $"missing {string.Join(", ", missing)}\nwant    {string.Join(", ", expected.Missing)}";
        }

        return expected.Output is { } output ? CompareOutput(output.Span, result.Output.Span) : null;
    }

    /// <summary>The original waits for Consul and Nomad; here functions that need them fail.</summary>
    private static bool IsRefusedByDesign(TemplateExpectation expected, string? error) =>
        error is not null
        && error.Contains(" is not available: it needs ", StringComparison.Ordinal)
        && expected.Missing.Any(static name => !name.StartsWith("vault.", StringComparison.Ordinal) && !name.StartsWith("file(", StringComparison.Ordinal));

    private static string? CompareOutput(ReadOnlySpan<byte> want, ReadOnlySpan<byte> got)
    {
        var offset = want.CommonPrefixLength(got);
        if (offset == want.Length && offset == got.Length)
        {
            return null;
        }

        var start = Math.Max(0, offset - Context);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"output differs at byte {offset}:\ngot  {Excerpt(got, start, offset)}\nwant {Excerpt(want, start, offset)}");
    }

    private static string Excerpt(ReadOnlySpan<byte> text, int start, int offset)
    {
        var end = Math.Min(text.Length, offset + Context);
        return Encoding.UTF8.GetString(Formatting.GoQuote.Quote(text[start..end]));
    }
}
