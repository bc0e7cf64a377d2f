using Injector.Contracts.Diagnostics;

namespace Injector.Rendering.Publishing;

/// <summary>What has to be done for one file of a volume with generations.</summary>
internal sealed class PlannedFile
{
    public PlannedFile(PlacedFile placed) => Placed = placed;

    public PlacedFile Placed { get; }

    public FileComparison Comparison { get; set; }

    /// <summary>Where the compared file stands.</summary>
    public FilePlace Place { get; set; }

    public Diagnostic? Fault { get; set; }

    public bool NeedsWrite => Fault is null && (Place != FilePlace.Generation || Comparison.Change == FileChange.Content);

    public bool NeedsRights => Fault is null && !NeedsWrite && Comparison.Change == FileChange.Rights;

    public PublishedFile ToResult() => Fault is null
        ? new PublishedFile(Placed.Target, Comparison.Change, null)
        : new PublishedFile(Placed.Target, FileChange.Failed, Fault);
}
