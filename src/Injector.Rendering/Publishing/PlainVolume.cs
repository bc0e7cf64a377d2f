using Injector.Contracts.Diagnostics;
using Injector.Rendering.Storage;

namespace Injector.Rendering.Publishing;

/// <summary>A volume whose files are replaced one by one, each by a rename (rule W2).</summary>
internal sealed class PlainVolume : IVolume
{
    private readonly IFileSystem _files;
    private readonly string _root;

    public PlainVolume(IFileSystem files, string root)
    {
        _files = files;
        _root = root;
    }

    public IReadOnlyList<PublishedFile> Publish(IReadOnlyList<PlacedFile> files)
    {
        var results = new List<PublishedFile>(files.Count);
        foreach (var file in files)
        {
            results.Add(PublishOne(file));
        }

        return results;
    }

    public bool Withdraw(DestinationPath path)
    {
        using var root = _files.Open(_root);
        if (root is null)
        {
            return false;
        }

        using var lease = FolderWalk.Find(root, path);
        if (lease?.Folder.Look(path.Name) is null)
        {
            return false;
        }

        lease.Folder.RemoveFile(path.Name);
        return true;
    }

    public void Sweep()
    {
        // A rename leaves nothing behind.
    }

    private PublishedFile PublishOne(PlacedFile file)
    {
        try
        {
            if (file.Target.MissingParents == MissingParents.Create)
            {
                using var root = _files.Make(_root);
                using var lease = FolderWalk.Make(root, file.Path);
                return Replace(file, lease.Folder);
            }

            using var existingRoot = _files.Open(_root);
            using var existing = existingRoot is null ? null : FolderWalk.Find(existingRoot, file.Path);
            return existing is null
                ? new PublishedFile(file.Target, FileChange.Failed, Catalogue.Publishing.ParentMissing.For(file.Target.Destination, file.Target.Destination))
                : Replace(file, existing.Folder);
        }
        catch (FileOperationException fault)
        {
            return FileFaults.Failed(file.Target, fault, _root);
        }
    }

    private static PublishedFile Replace(PlacedFile file, IFolder folder)
    {
        var name = file.Path.Name;
        var facts = folder.Look(name);
        var comparison = FileComparison.Of(file.File, facts, folder, name);
        switch (comparison.Change)
        {
            case FileChange.Rights:
                RightsRepair.Apply(folder, name, comparison.Rights);
                break;
            case FileChange.Content:
                Write(file, folder, facts, comparison.Rights);
                break;
        }

        return new PublishedFile(file.Target, comparison.Change, null);
    }

    private static void Write(PlacedFile file, IFolder folder, FileFacts? previous, FileRights rights)
    {
        var name = file.Path.Name;
        var temporary = $".{name}.{RandomName.Suffix()}";
        try
        {
            folder.WriteFile(temporary, file.File.Content.Span, rights);
            if (file.Target.PreviousFile == PreviousFile.Keep && previous?.Kind == FileKind.File)
            {
                BackupFile.Keep(folder, name, folder, name);
            }

            folder.Rename(temporary, name);
        }
        catch (FileOperationException)
        {
            if (folder.Look(temporary) is not null)
            {
                folder.RemoveFile(temporary);
            }

            throw;
        }
    }
}
