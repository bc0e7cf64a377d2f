using System.Globalization;

namespace Injector.Sandbox.Pods.Processes;

/// <summary>Looks down from a wrapper to the program it started.</summary>
internal static class ProcessTree
{
    /// <summary>The program below a number of wrappers, as soon as it has replaced its wrapper's image; null as long as it has not.</summary>
    public static int? Find(int processId, int wrappers)
    {
        var parent = processId;
        var current = processId;
        for (var level = 0; level < wrappers; level++)
        {
            if (FirstChild(current) is not { } child)
            {
                return null;
            }

            (parent, current) = (current, child);
        }

        return wrappers == 0 || Executable(current) is { } program && program != Executable(parent) ? current : null;
    }

    private static int? FirstChild(int processId) =>
        Read($"/proc/{processId}/task/{processId}/children") is { } text &&
        int.TryParse(text.Split(' ', 2)[0], NumberStyles.None, CultureInfo.InvariantCulture, out var child) ? child : null;

    private static string? Executable(int processId)
    {
        try
        {
            return File.ResolveLinkTarget($"/proc/{processId}/exe", returnFinalTarget: false)?.FullName;
        }
        catch (IOException)
        {
            return null; // It has ended.
        }
    }

    private static string? Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return null; // It has ended.
        }
    }
}
