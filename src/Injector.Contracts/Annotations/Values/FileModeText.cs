namespace Injector.Contracts.Annotations.Values;

/// <summary>Reads octal file modes.</summary>
public static class FileModeText
{
    /// <summary>The allowed form, for messages.</summary>
    public const string Form = "an octal file mode such as 0640, at most 07777";

    private const int Largest = 0xFFF;

    /// <summary>Reads a file mode.</summary>
    /// <param name="text">Octal digits, with or without leading zeros.</param>
    /// <param name="mode">The mode, when the text is one.</param>
    /// <returns>Whether the text is a mode of at most twelve bits.</returns>
    public static bool TryParse(string text, out int mode)
    {
        mode = 0;
        foreach (var digit in text)
        {
            if (digit is < '0' or > '7')
            {
                return false;
            }

            mode = (mode * 8) + (digit - '0');
            if (mode > Largest)
            {
                return false;
            }
        }

        return text.Length > 0;
    }
}
