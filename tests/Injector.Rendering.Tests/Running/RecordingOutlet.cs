using Injector.Rendering.Publishing;

namespace Injector.Rendering.Tests.Running;

/// <summary>Notes when content changed.</summary>
internal sealed class RecordingOutlet(IOutlet outlet, Func<TimeSpan> now) : IOutlet
{
    public List<(TimeSpan At, string Destination)> Written { get; } = [];

    public IReadOnlyList<PublishedFile> Publish(IReadOnlyList<PendingFile> files)
    {
        var results = outlet.Publish(files);
        Written.AddRange(results.Where(result => result.Change == FileChange.Content).Select(result => (now(), result.Target.Destination)));
        return results;
    }

    public bool Withdraw(string destination) => outlet.Withdraw(destination);

    public void Sweep() => outlet.Sweep();
}
