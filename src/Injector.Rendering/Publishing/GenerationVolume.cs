using Injector.Contracts.Diagnostics;
using Injector.Rendering.Storage;

namespace Injector.Rendering.Publishing;

/// <summary>
/// A volume whose files change together. They stand in a generation folder; the link <c>..data</c> points to the published one, and at
/// every destination stands a link that leads through <c>..data</c>. Swapping <c>..data</c> changes all files in one step.
/// </summary>
internal sealed class GenerationVolume : IVolume
{
    private readonly IFileSystem _files;
    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly RetiredGenerations _retired;

    public GenerationVolume(IFileSystem files, string path, TimeProvider time)
    {
        _files = files;
        _path = path;
        _time = time;
        _retired = new RetiredGenerations(time);
    }

    public IReadOnlyList<PublishedFile> Publish(IReadOnlyList<PlacedFile> files)
    {
        try
        {
            using var root = OpenRoot(files);
            if (root is null)
            {
                return AllFailed(files, target => Catalogue.Publishing.ParentMissing.For(target.Destination, target.Destination));
            }

            var plan = PublishInto(root, files);
            _retired.Sweep(root);
            return plan.ConvertAll(planned => planned.ToResult());
        }
        catch (FileOperationException fault)
        {
            return AllFailed(files, target => FileFaults.Failed(target, fault, _path).Fault);
        }
    }

    public bool Withdraw(DestinationPath path)
    {
        using var root = _files.Open(_path);
        if (root is null)
        {
            return false;
        }

        var removed = Remove(root, path);
        using var current = Generation.CurrentName(root) is { } name ? root.OpenFolder(name) : null;
        if (current is not null)
        {
            removed |= Remove(current, path);
        }

        _retired.RemoveAll(root);
        return removed;
    }

    public void Sweep()
    {
        using var root = _files.Open(_path);
        if (root is not null)
        {
            _retired.Sweep(root);
        }
    }

    private IFolder? OpenRoot(IReadOnlyList<PlacedFile> files)
    {
        foreach (var file in files)
        {
            if (file.Target.MissingParents == MissingParents.Create)
            {
                return _files.Make(_path);
            }
        }

        return _files.Open(_path);
    }

    private List<PlannedFile> PublishInto(IFolder root, IReadOnlyList<PlacedFile> files)
    {
        var currentName = Generation.CurrentName(root);
        using var current = currentName is null ? null : root.OpenFolder(currentName);
        var plan = GenerationPlan.Make(files, root, current, _path);
        if (plan.Exists(planned => planned.NeedsWrite))
        {
            Replace(root, current, plan);
            if (currentName is not null && plan.Exists(planned => planned.NeedsWrite))
            {
                _retired.Add(currentName);
            }
        }

        // Of an unchanged file, or of one that both generations share.
        RepairRights(root, plan);
        PlaceLinks(root, plan);
        return plan;
    }

    private void Replace(IFolder root, IFolder? current, List<PlannedFile> plan)
    {
        var name = Generation.NewName(_time.GetUtcNow());
        try
        {
            using var next = root.MakeFolder(name, FolderWalk.FolderMode);
            GenerationBuilder.Write(next, plan, _path);
            if (!plan.Exists(planned => planned.NeedsWrite))
            {
                FolderWalk.RemoveTree(root, name);
                return;
            }

            if (current is not null)
            {
                GenerationBuilder.CarryOver(current, next);
            }

            KeepPreviousFiles(root, current, plan);
            Generation.SwapLink(root, Generation.Link, name);
        }
        catch (FileOperationException)
        {
            FolderWalk.RemoveTree(root, name);
            throw;
        }
    }

    private static void KeepPreviousFiles(IFolder root, IFolder? current, List<PlannedFile> plan)
    {
        foreach (var planned in plan)
        {
            if (!planned.NeedsWrite || planned.Placed.Target.PreviousFile != PreviousFile.Keep || planned.Place == FilePlace.Nowhere)
            {
                continue;
            }

            var path = planned.Placed.Path;
            using var visible = FolderWalk.Make(root, path);
            using var holder = planned.Place == FilePlace.Generation && current is not null ? FolderWalk.Find(current, path) : null;
            BackupFile.Keep(holder?.Folder ?? visible.Folder, path.Name, visible.Folder, path.Name);
        }
    }

    private void RepairRights(IFolder root, List<PlannedFile> plan)
    {
        if (!plan.Exists(planned => planned.NeedsRights) || Generation.CurrentName(root) is not { } name)
        {
            return;
        }

        using var current = root.OpenFolder(name);
        foreach (var planned in plan)
        {
            if (current is not null && planned.NeedsRights)
            {
                Attempt(planned, () =>
                {
                    using var lease = FolderWalk.Find(current, planned.Placed.Path);
                    if (lease is not null)
                    {
                        RightsRepair.Apply(lease.Folder, planned.Placed.Path.Name, planned.Comparison.Rights);
                    }
                });
            }
        }
    }

    private void PlaceLinks(IFolder root, List<PlannedFile> plan)
    {
        foreach (var planned in plan)
        {
            if (planned.Fault is null)
            {
                Attempt(planned, () => PlaceLink(root, planned.Placed.Path));
            }
        }
    }

    private static void PlaceLink(IFolder root, DestinationPath path)
    {
        using var lease = FolderWalk.Make(root, path);
        var target = path.LinkTarget(Generation.Link);
        if (!Generation.IsLinkTo(lease.Folder, path.Name, target))
        {
            Generation.SwapLink(lease.Folder, path.Name, target);
        }
    }

    private void Attempt(PlannedFile planned, Action step)
    {
        try
        {
            step();
        }
        catch (FileOperationException fault)
        {
            planned.Fault = FileFaults.Failed(planned.Placed.Target, fault, _path).Fault;
        }
    }

    private static bool Remove(IFolder start, DestinationPath path)
    {
        using var lease = FolderWalk.Find(start, path);
        if (lease?.Folder.Look(path.Name) is null)
        {
            return false;
        }

        lease.Folder.RemoveFile(path.Name);
        return true;
    }

    private static List<PublishedFile> AllFailed(IReadOnlyList<PlacedFile> files, Func<FileTarget, Diagnostic?> describe)
    {
        var results = new List<PublishedFile>(files.Count);
        foreach (var file in files)
        {
            results.Add(new PublishedFile(file.Target, FileChange.Failed, describe(file.Target)));
        }

        return results;
    }
}
