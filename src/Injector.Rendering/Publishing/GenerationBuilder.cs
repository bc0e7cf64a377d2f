using Injector.Rendering.Storage;

namespace Injector.Rendering.Publishing;

/// <summary>Fills the folder of the next generation: new files are written, all others are shared with the present one.</summary>
internal static class GenerationBuilder
{
    /// <summary>
    /// Writes the planned files. A file that cannot be written gets its fault and does not hinder the others;
    /// a volume without space hinders all of them, so that fault is thrown.
    /// </summary>
    public static void Write(IFolder next, List<PlannedFile> plan, string volume)
    {
        foreach (var planned in plan)
        {
            if (!planned.NeedsWrite)
            {
                continue;
            }

            try
            {
                using var lease = FolderWalk.Make(next, planned.Placed.Path);
                WriteOne(lease.Folder, planned);
            }
            catch (FileOperationException fault) when (fault.Fault is not (FileFault.NoSpace or FileFault.ReadOnly))
            {
                planned.Fault = FileFaults.Failed(planned.Placed.Target, fault, volume).Fault;
            }
        }
    }

    /// <summary>Shares every file of the present generation that the next one does not have yet. Nothing is ever dropped (rule W6).</summary>
    public static void CarryOver(IFolder current, IFolder next)
    {
        foreach (var name in current.List())
        {
            var kind = current.Look(name)?.Kind;
            if (kind == FileKind.Folder)
            {
                using var folder = current.OpenFolder(name);
                using var target = next.OpenFolder(name) ?? next.MakeFolder(name, FolderWalk.FolderMode);
                if (folder is not null)
                {
                    CarryOver(folder, target);
                }
            }
            else if (kind == FileKind.File && next.Look(name) is null)
            {
                Share(current, name, next);
            }
        }
    }

    private static void WriteOne(IFolder folder, PlannedFile planned)
    {
        var name = planned.Placed.Path.Name;
        try
        {
            folder.WriteFile(name, planned.Placed.File.Content.Span, planned.Comparison.Rights);
        }
        catch (FileOperationException)
        {
            if (folder.Look(name) is not null)
            {
                folder.RemoveFile(name);
            }

            throw;
        }
    }

    private static void Share(IFolder current, string name, IFolder next)
    {
        try
        {
            current.ShareFile(name, next, name);
        }
        catch (FileOperationException fault) when (fault.Fault == FileFault.Denied)
        {
            // The kernel lets nobody share a file of another user that he could not write himself.
            if (current.Look(name) is { } facts)
            {
                next.WriteFile(name, current.ReadFile(name), new FileRights(facts.Mode, default, new FileOwner(facts.UserId, facts.GroupId)));
            }
        }
    }
}
