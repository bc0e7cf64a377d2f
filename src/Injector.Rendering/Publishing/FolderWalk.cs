using Injector.Rendering.Storage;

namespace Injector.Rendering.Publishing;

/// <summary>Walks from a folder down to the folder of a file, one opened folder after the other.</summary>
internal static class FolderWalk
{
    public const int FolderMode = 0b111_101_101;

    /// <summary>Opens the folder of <paramref name="path"/> below <paramref name="start"/>; null when a part is missing.</summary>
    public static FolderLease? Find(IFolder start, DestinationPath path) =>
        Walk(start, path, static (folder, name) => folder.OpenFolder(name));

    /// <summary>The same, and makes what is missing.</summary>
    public static FolderLease Make(IFolder start, DestinationPath path) =>
        Walk(start, path, static (folder, name) => folder.OpenFolder(name) ?? folder.MakeFolder(name, FolderMode))
        ?? throw new InvalidOperationException("A folder that was made is missing.");

    /// <summary>Removes a folder with all it holds; what is already gone is no fault.</summary>
    public static void RemoveTree(IFolder parent, string name)
    {
        using (var folder = parent.OpenFolder(name))
        {
            if (folder is null)
            {
                return;
            }

            foreach (var entry in folder.List())
            {
                if (folder.Look(entry)?.Kind == FileKind.Folder)
                {
                    RemoveTree(folder, entry);
                }
                else
                {
                    folder.RemoveFile(entry);
                }
            }
        }

        parent.RemoveFolder(name);
    }

    private static FolderLease? Walk(IFolder start, DestinationPath path, Func<IFolder, string, IFolder?> step)
    {
        var lease = new FolderLease(start);
        var arrived = false;
        try
        {
            foreach (var name in path.Folders)
            {
                if (step(lease.Folder, name) is not { } next)
                {
                    return null;
                }

                lease.Advance(next);
            }

            arrived = true;
            return lease;
        }
        finally
        {
            if (!arrived)
            {
                lease.Dispose();
            }
        }
    }
}
