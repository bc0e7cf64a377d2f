using Injector.Rendering.Storage;

namespace Injector.Rendering.Publishing;

/// <summary>Keeps the file that is about to be replaced under a second name.</summary>
internal static class BackupFile
{
    private const string Suffix = ".bak";

    public static void Keep(IFolder from, string name, IFolder to, string visibleName)
    {
        var backup = visibleName + Suffix;
        if (to.Look(backup) is not null)
        {
            to.RemoveFile(backup);
        }

        from.ShareFile(name, to, backup);
    }
}
