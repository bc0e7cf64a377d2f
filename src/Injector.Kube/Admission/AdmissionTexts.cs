using System.Globalization;

namespace Injector.Kube.Admission;

/// <summary>Brings warnings and audit annotations within what an API server passes on.</summary>
public static class AdmissionTexts
{
    /// <summary>Characters of one warning. The API server cuts longer ones when all of them together get too long.</summary>
    public const int MaxWarningLength = 256;

    /// <summary>Bytes of all warnings of one answer. The API server drops what is beyond.</summary>
    public const int MaxWarningsLength = 4096;

    /// <summary>Characters of one audit annotation: our own limit, for the sake of the audit log.</summary>
    public const int MaxAuditAnnotationLength = 1024;

    private const string Ellipsis = "…";

    /// <summary>Shortens each warning and ends the list with a count of those that do not fit.</summary>
    /// <param name="warnings">The warnings, most important first.</param>
    /// <returns>Warnings that all reach the user.</returns>
    public static IReadOnlyList<string> WithinLimits(IReadOnlyList<string> warnings)
    {
        // Room for the last line is kept from the start, so that it always fits.
        var room = MaxWarningsLength - ByteLength(Omitted(warnings.Count));
        var kept = new List<string>(warnings.Count);
        foreach (var warning in warnings)
        {
            var text = Shortened(warning, MaxWarningLength);
            room -= ByteLength(text);
            if (room < 0)
            {
                kept.Add(Omitted(warnings.Count - kept.Count));
                break;
            }

            kept.Add(text);
        }

        return kept;
    }

    /// <summary>One line of at most <paramref name="maxLength"/> characters.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="maxLength">At least 2.</param>
    /// <returns>The text without control characters, cut at the end if it is too long.</returns>
    public static string Shortened(string text, int maxLength)
    {
        var line = text.AsSpan().ContainsAnyInRange('\0', '\u001f') || text.Contains('\u007f', StringComparison.Ordinal) ? OneLine(text) : text;
        if (line.Length <= maxLength)
        {
            return line;
        }

        var end = maxLength - Ellipsis.Length;
        return string.Concat(line.AsSpan(0, char.IsHighSurrogate(line[end - 1]) ? end - 1 : end), Ellipsis);
    }

    private static string OneLine(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
        {
            target[i] = char.IsControl(source[i]) ? ' ' : source[i];
        }
    });

    private static string Omitted(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} more warnings are left out; see the webhook's log or 'injector inject'.");

    private static int ByteLength(string text) => System.Text.Encoding.UTF8.GetByteCount(text);
}
