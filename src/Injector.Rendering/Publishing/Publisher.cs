using Injector.Contracts.Diagnostics;
using Injector.Rendering.Storage;

namespace Injector.Rendering.Publishing;

/// <summary>Publishes rendered files: per volume in one step, unchanged files untouched, nothing outside the volumes.</summary>
public sealed class Publisher : IOutlet
{
    private readonly IFileSystem _files;
    private readonly VolumeRoots _roots;
    private readonly TimeProvider _time;
    private readonly Dictionary<string, IVolume> _volumes = new(StringComparer.Ordinal);

    /// <summary>A publisher for these volumes.</summary>
    public Publisher(IFileSystem files, VolumeRoots roots, TimeProvider time)
    {
        _files = files;
        _roots = roots;
        _time = time;
    }

    /// <summary>Publishes files. Those of one volume become visible together; a volume that fails does not hinder another.</summary>
    /// <param name="files">The files, each destination once.</param>
    /// <returns>One result per file.</returns>
    public IReadOnlyList<PublishedFile> Publish(IReadOnlyList<PendingFile> files)
    {
        var results = new List<PublishedFile>(files.Count);
        var perVolume = new Dictionary<VolumeRoot, List<PlacedFile>>();
        foreach (var file in files)
        {
            var path = _roots.Locate(file.Target, out var root, out var refusal);
            if (path is null || root is null)
            {
                results.Add(new PublishedFile(file.Target, FileChange.Failed, refusal));
                continue;
            }

            if (!perVolume.TryGetValue(root, out var placed))
            {
                perVolume.Add(root, placed = []);
            }

            placed.Add(new PlacedFile(file, path));
        }

        foreach (var (root, placed) in perVolume)
        {
            results.AddRange(VolumeAt(root).Publish(placed));
        }

        return results;
    }

    /// <summary>Removes a published file: the pod asked for it because the right to its secret was withdrawn.</summary>
    /// <param name="destination">The file.</param>
    /// <returns>True when there was one.</returns>
    /// <exception cref="FileOperationException">The system refused.</exception>
    public bool Withdraw(string destination) =>
        _roots.Locate(new FileTarget(destination), out var root, out _) is { } path && root is not null && VolumeAt(root).Withdraw(path);

    /// <summary>Removes generations no reader can need any more. Call it some seconds after a publication.</summary>
    public void Sweep()
    {
        foreach (var volume in _volumes.Values)
        {
            volume.Sweep();
        }
    }

    private IVolume VolumeAt(VolumeRoot root)
    {
        if (!_volumes.TryGetValue(root.Path, out var volume))
        {
            volume = root.Style == PublishingStyle.Generations
                ? new GenerationVolume(_files, root.Path, _time)
                : new PlainVolume(_files, root.Path);
            _volumes.Add(root.Path, volume);
        }

        return volume;
    }
}
