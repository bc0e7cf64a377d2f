using System.Globalization;
using System.Text;

namespace Injector.Templates.Functions.Dates;

/// <summary>The quoting that Go's time package has for itself: everything that is not ASCII, and control characters, become escaped bytes.</summary>
internal static class TimeQuote
{
    public static string Of(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in Encoding.UTF8.GetBytes(text))
        {
            if (letter is < 0x20 or >= 0x80)
            {
                quoted.Append(CultureInfo.InvariantCulture, $"\\x{letter:x2}");
            }
            else
            {
                quoted.Append(letter is (byte)'"' or (byte)'\\' ? "\\" : "").Append((char)letter);
            }
        }

        return quoted.Append('"').ToString();
    }
}
