using System.Globalization;
using Injector.Rendering.Storage;

namespace Injector.Rendering.Publishing;

/// <summary>Names and links of the generations in a volume; the layout is the kubelet's, so that tools that know it keep working.</summary>
internal static class Generation
{
    /// <summary>The link to the published generation.</summary>
    public const string Link = "..data";

    /// <summary>The name links carry until they are renamed into place.</summary>
    public const string NewLink = "..new_link";

    private const string TimeFormat = "'..'yyyy_MM_dd_HH_mm_ss";

    /// <summary>Whether an entry of a volume's root is the folder of a generation.</summary>
    public static bool IsGeneration(string name) =>
        name.StartsWith("..", StringComparison.Ordinal) && name.Length > 2 && char.IsAsciiDigit(name[2]) && !name.Contains('/', StringComparison.Ordinal);

    /// <summary>The name of the published generation; null when there is none yet, or the link was tampered with.</summary>
    public static string? CurrentName(IFolder root)
    {
        if (root.Look(Link)?.Kind != FileKind.Link)
        {
            return null;
        }

        var target = root.ReadLink(Link);
        return IsGeneration(target) ? target : null;
    }

    /// <summary>
    /// A name that was never used before, not even by a generation that is gone: a reader may still hold on to that one's name.
    /// </summary>
    public static string NewName(DateTimeOffset now) =>
        now.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture) + "." + RandomName.Suffix();

    /// <summary>Points a link to a target in one step, whatever stood there before.</summary>
    public static void SwapLink(IFolder folder, string name, string target)
    {
        if (folder.Look(NewLink) is not null)
        {
            folder.RemoveFile(NewLink);
        }

        folder.MakeLink(NewLink, target);
        try
        {
            folder.Rename(NewLink, name);
        }
        catch (FileOperationException)
        {
            folder.RemoveFile(NewLink);
            throw;
        }
    }

    /// <summary>Whether an entry is exactly this link.</summary>
    public static bool IsLinkTo(IFolder folder, string name, string target) =>
        folder.Look(name)?.Kind == FileKind.Link && folder.ReadLink(name) == target;
}
