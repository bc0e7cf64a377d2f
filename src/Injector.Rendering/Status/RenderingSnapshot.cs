using Injector.Contracts.Diagnostics;
using Injector.Rendering.Running;

namespace Injector.Rendering.Status;

/// <summary>What can be said about rendering at one moment. Holds no secret.</summary>
/// <param name="IsComplete">Whether every file was published, or found to be right, at least once.</param>
/// <param name="Secrets">Every dependency.</param>
/// <param name="Files">Every file.</param>
/// <param name="LastFault">The last fault that was reported; null: none was.</param>
public sealed record RenderingSnapshot(
    bool IsComplete,
    IReadOnlyList<SecretStatus> Secrets,
    IReadOnlyList<FileStatus> Files,
    Diagnostic? LastFault)
{
    internal static RenderingSnapshot Of(RenderingCore core, RenderingReport report, TimeProvider time)
    {
        var now = core.Now;
        var wall = time.GetUtcNow();
        var secrets = new List<SecretStatus>(core.Table.Watches.Count);
        foreach (var watch in core.Table.Watches)
        {
            secrets.Add(SecretStatus.Of(watch, now, wall));
        }

        var files = new List<FileStatus>(core.Slots.Count);
        foreach (var slot in core.Slots)
        {
            files.Add(new FileStatus(slot.Destination, slot.PublishedAt, slot.Missing.Count, slot.Fault));
        }

        return new RenderingSnapshot(core.IsFirstPublicationDone, secrets, files, report.LastFault);
    }
}
