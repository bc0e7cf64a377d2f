using Injector.Contracts.Diagnostics;

namespace Injector.Rendering.Publishing;

/// <summary>The volumes of a pod that files are published into; a destination belongs to the longest root above it.</summary>
public sealed class VolumeRoots
{
    private readonly List<VolumeRoot> _roots;

    private VolumeRoots(List<VolumeRoot> roots)
    {
        _roots = roots;
        _roots.Sort((one, other) => other.Path.Length.CompareTo(one.Path.Length));
    }

    /// <summary>
    /// Uses the known roots, and for destinations outside all of them their own folder; of two such folders, one within the other,
    /// the outer one counts.
    /// </summary>
    /// <param name="known">Roots from the configuration; may be empty.</param>
    /// <param name="destinations">All destinations.</param>
    /// <param name="style">The style of the roots that had to be inferred.</param>
    /// <returns>Roots for all destinations.</returns>
    public static VolumeRoots For(IEnumerable<VolumeRoot> known, IEnumerable<string> destinations, PublishingStyle style)
    {
        var roots = new List<VolumeRoot>();
        foreach (var root in known)
        {
            roots.Add(root with { Path = Trim(root.Path) });
        }

        var folders = new List<string>();
        foreach (var destination in destinations)
        {
            if (destination.StartsWith('/') && !roots.Exists(root => IsBelow(destination, root.Path)))
            {
                folders.Add(Trim(Path.GetDirectoryName(destination) ?? "/"));
            }
        }

        folders.Sort((one, other) => one.Length.CompareTo(other.Length));
        foreach (var folder in folders)
        {
            if (!roots.Exists(root => root.Path == folder || IsBelow(folder, root.Path)))
            {
                roots.Add(new VolumeRoot(folder, style));
            }
        }

        return new VolumeRoots(roots);
    }

    /// <summary>Finds the root of a file and checks the way to it.</summary>
    internal DestinationPath? Locate(FileTarget target, out VolumeRoot? root, out Diagnostic? refusal)
    {
        var destination = target.Destination;
        root = _roots.Find(candidate => IsBelow(destination, candidate.Path));
        if (root is null && target.Reach == FileReach.Anywhere && destination.StartsWith('/') && Path.GetDirectoryName(destination) is { } folder)
        {
            root = new VolumeRoot(folder, PublishingStyle.PlainFiles);
        }

        if (root is null)
        {
            refusal = Catalogue.Publishing.UnusableDestination.For(
                destination,
                destination,
                destination.StartsWith('/') ? "it lies outside every volume" : "it is not an absolute path");
            return null;
        }

        var path = DestinationPath.TryCreate(destination[(root.Path == "/" ? 1 : root.Path.Length + 1)..], out var reason);
        refusal = path is null ? Catalogue.Publishing.UnusableDestination.For(destination, destination, reason) : null;
        return path;
    }

    private static bool IsBelow(string path, string root) =>
        root == "/" ? path.StartsWith('/') : path.Length > root.Length && path[root.Length] == '/' && path.StartsWith(root, StringComparison.Ordinal);

    private static string Trim(string path) => path.Length > 1 ? path.TrimEnd('/') : path;
}
