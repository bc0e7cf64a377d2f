using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Injector.Rendering.Dependencies;
using Injector.Rendering.Fetching;
using Injector.Rendering.Publishing;
using Injector.Rendering.Templating;

namespace Injector.Rendering.Running;

/// <summary>Collects rendered files for a moment, so that what arrives together is published together, and publishes them.</summary>
internal sealed class PublicationQueue
{
    /// <summary>How long a rendered file waits for answers that are still on their way.</summary>
    public static readonly TimeSpan LongestHold = TimeSpan.FromMilliseconds(500);

    // The generation was retired a moment after the publication began.
    private static readonly TimeSpan SweepMargin = TimeSpan.FromSeconds(1);

    private readonly IOutlet _outlet;
    private readonly ExtraFiles _extra;
    private readonly FetchRetry _retry;
    private readonly TimeProvider _time;
    private readonly Func<double> _chance;
    private TimeSpan? _holdUntil;
    private TimeSpan? _sweepAt;

    public PublicationQueue(IOutlet outlet, ExtraFiles extra, FetchRetry retry, TimeProvider time, Func<double> chance)
    {
        _outlet = outlet;
        _extra = extra;
        _retry = retry;
        _time = time;
        _chance = chance;
    }

    public TimeSpan? NextDue(IReadOnlyList<TemplateSlot> slots)
    {
        var next = Moments.Earlier(_holdUntil, _sweepAt);
        foreach (var slot in slots)
        {
            next = Moments.Earlier(next, slot.Pending is null ? null : slot.RetryAt);
        }

        return next;
    }

    /// <summary>Publishes what waits, unless answers are about to come that belong to it.</summary>
    public IReadOnlyList<PublishedFile> Publish(IReadOnlyList<TemplateSlot> slots, DependencyTable table, TimeSpan now)
    {
        if (_sweepAt <= now)
        {
            _sweepAt = null;
            _outlet.Sweep();
        }

        var ready = new List<TemplateSlot>();
        foreach (var slot in slots)
        {
            if (slot.Pending is not null && (slot.RetryAt is null || slot.RetryAt <= now))
            {
                ready.Add(slot);
            }
        }

        if (ready.Count == 0)
        {
            _holdUntil = null;
            return [];
        }

        if (table.AwaitsFirstAnswers(now))
        {
            _holdUntil ??= now + LongestHold;
            if (_holdUntil > now)
            {
                return [];
            }
        }

        _holdUntil = null;
        return PublishAll(ready, now);
    }

    private IReadOnlyList<PublishedFile> PublishAll(List<TemplateSlot> ready, TimeSpan now)
    {
        var files = new List<PendingFile>(ready.Count);
        foreach (var slot in ready)
        {
            if (slot.Pending is { } pending)
            {
                files.AddRange(_extra.Take(slot));
                files.Add(pending);
            }
        }

        var results = _outlet.Publish(files);
        var pause = _retry.Pause(1 + ready.Max(slot => slot.Failures), FaultPersistence.Transient, TimeSpan.Zero, _chance);
        foreach (var result in results)
        {
            if (ready.Find(slot => slot.Destination == result.Target.Destination) is { } slot)
            {
                Settle(slot, result, now, pause);
            }
        }

        return results;
    }

    // Files that failed together are tried again together, or a volume would change in parts.
    private void Settle(TemplateSlot slot, PublishedFile result, TimeSpan now, TimeSpan pause)
    {
        if (result.Change == FileChange.Failed)
        {
            slot.Failures++;
            slot.Fault = result.Fault;
            slot.RetryAt = now + pause;
            return;
        }

        if (slot.Pending is { } pending)
        {
            slot.ContentHash = Fingerprint.Of(pending.Content.Span);
            CryptographicOperations.ZeroMemory(MemoryMarshal.AsMemory(pending.Content).Span);
        }

        slot.Pending = null;
        slot.Failures = 0;
        slot.Fault = null;
        slot.RetryAt = null;
        slot.WasPublished = true;
        slot.IsWithdrawn = false;
        slot.PublishedAt = _time.GetUtcNow();
        if (result.Change == FileChange.Content)
        {
            _sweepAt = now + RetiredGenerations.Grace + SweepMargin;
        }
    }
}
