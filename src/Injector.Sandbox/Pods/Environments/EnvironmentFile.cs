namespace Injector.Sandbox.Pods.Environments;

/// <summary>Finds a key in a file of <c>KEY=value</c> lines, for <c>fileKeyRef</c>. Values may stand in single quotes.</summary>
internal static class EnvironmentFile
{
    public static string? Find(string content, string key)
    {
        foreach (var line in content.Split('\n').Select(line => line.Trim()))
        {
            var separator = line.IndexOf('=', StringComparison.Ordinal);
            if (separator > 0 && line[..separator] == key)
            {
                var value = line[(separator + 1)..];
                return value.Length >= 2 && value[0] == '\'' && value[^1] == '\'' ? value[1..^1] : value;
            }
        }

        return null;
    }
}
