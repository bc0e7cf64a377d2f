using Injector.Contracts.Diagnostics;
using Injector.Rendering.Storage;

namespace Injector.Rendering.Publishing;

/// <summary>Compares the rendered files with the volume before anything is changed.</summary>
internal static class GenerationPlan
{
    public static List<PlannedFile> Make(IReadOnlyList<PlacedFile> files, IFolder root, IFolder? current, string volume)
    {
        var plan = new List<PlannedFile>(files.Count);
        foreach (var file in files)
        {
            var planned = new PlannedFile(file);
            plan.Add(planned);
            try
            {
                if (!IsInGeneration(planned, current))
                {
                    LookAtDestination(planned, root);
                }
            }
            catch (FileOperationException fault)
            {
                planned.Fault = FileFaults.Failed(file.Target, fault, volume).Fault;
            }
        }

        return plan;
    }

    private static bool IsInGeneration(PlannedFile planned, IFolder? current)
    {
        if (current is null)
        {
            return false;
        }

        var path = planned.Placed.Path;
        using var lease = FolderWalk.Find(current, path);
        var facts = lease?.Folder.Look(path.Name);
        if (lease is null || facts is not { Kind: FileKind.File })
        {
            return false;
        }

        planned.Place = FilePlace.Generation;
        planned.Comparison = FileComparison.Of(planned.Placed.File, facts, lease.Folder, path.Name);
        return true;
    }

    private static void LookAtDestination(PlannedFile planned, IFolder root)
    {
        var path = planned.Placed.Path;
        using var lease = FolderWalk.Find(root, path);
        if (lease is null && planned.Placed.Target.MissingParents == MissingParents.Refuse)
        {
            var destination = planned.Placed.Target.Destination;
            planned.Fault = Catalogue.Publishing.ParentMissing.For(destination, destination);
            return;
        }

        var facts = lease?.Folder.Look(path.Name);
        planned.Place = facts is { Kind: FileKind.File } ? FilePlace.Destination : FilePlace.Nowhere;
        planned.Comparison = FileComparison.Of(planned.Placed.File, facts, lease?.Folder ?? root, path.Name);
    }
}
