using System.Globalization;

namespace Injector.Sandbox;

/// <summary>
/// Folders that live no longer than the process that made them. A process that is killed cannot remove its own: the next one does, for their
/// names tell whose they were.
/// </summary>
internal static class TemporaryFolders
{
    private const string Prefix = "injector-sandbox-";

    /// <summary>Makes an empty folder for this process alone.</summary>
    public static string Create()
    {
        RemoveLeftovers();
        return Directory.CreateTempSubdirectory(string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Environment.ProcessId}-")).FullName;
    }

    /// <summary>Removes the folders of processes that have ended.</summary>
    public static void RemoveLeftovers()
    {
        foreach (var folder in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*").Where(IsLeftover))
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                // Somebody else's, or removed in this moment by somebody else.
                continue;
            }
        }
    }

    private static bool IsLeftover(string folder)
    {
        var owner = Path.GetFileName(folder)[Prefix.Length..].Split('-')[0];
        return owner.Length > 0 && owner.All(char.IsAsciiDigit) && !Directory.Exists($"/proc/{owner}");
    }
}
