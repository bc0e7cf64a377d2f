namespace Injector.Injection.Annotations;

/// <summary>Values in messages: whole when they are short, else their beginning.</summary>
internal static class ShortValue
{
    private const int Longest = 80;

    public static string Of(string text)
    {
        var line = text.ReplaceLineEndings("\\n");
        return line.Length <= Longest ? line : line[..Longest] + "…";
    }
}
