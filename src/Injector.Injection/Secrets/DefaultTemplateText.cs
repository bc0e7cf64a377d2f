namespace Injector.Injection.Secrets;

/// <summary>The two default templates.</summary>
internal static class DefaultTemplateText
{
    /// <summary>Makes the text for one path.</summary>
    /// <param name="form"><c>map</c> or <c>json</c>.</param>
    /// <param name="path">Path in Vault.</param>
    /// <param name="left">Left delimiter.</param>
    /// <param name="right">Right delimiter.</param>
    public static string Of(string form, string path, string left, string right)
    {
        var quoted = Quote(path);
        return form == "json"
            ? $"{left} with secret \"{quoted}\" {right}{left} .Data | toJSON {right}\n{left} end {right}"
            : $"{left} with secret \"{quoted}\" {right}{left} range $k, $v := .Data {right}{left} $k {right}: {left} $v {right}\n{left} end {right}{left} end {right}";
    }

    // A path that already is the inside of a quoted text stays as it is: people have learnt to write \" there.
    private static string Quote(string path)
    {
        for (var index = 0; index < path.Length; index++)
        {
            if (path[index] == '\\')
            {
                index++;
            }
            else if (path[index] is '"' or '\n')
            {
                return path
                    .Replace("\\", "\\\\", StringComparison.Ordinal)
                    .Replace("\"", "\\\"", StringComparison.Ordinal)
                    .Replace("\n", "\\n", StringComparison.Ordinal);
            }
        }

        return path;
    }
}
