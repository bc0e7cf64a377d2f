using Injector.Contracts.Diagnostics;
using Injector.Rendering.Dependencies;
using Injector.Rendering.Publishing;
using Injector.Rendering.Storage;
using Injector.Rendering.Templating;

namespace Injector.Rendering.Running;

/// <summary>Removes files whose secret is lastingly forbidden, when the pod asks for that.</summary>
internal sealed class WithdrawnFiles
{
    /// <summary>How long a refusal must last: a policy that is being rewritten refuses for a moment too.</summary>
    public static readonly TimeSpan Lasting = TimeSpan.FromMinutes(1);

    private const int Confirmed = 3;

    private readonly WithdrawnSecret _policy;
    private readonly IOutlet _outlet;
    private readonly RenderingReport _report;

    public WithdrawnFiles(WithdrawnSecret policy, IOutlet outlet, RenderingReport report)
    {
        _policy = policy;
        _outlet = outlet;
        _report = report;
    }

    public void Remove(IReadOnlyList<TemplateSlot> slots, DependencyTable table, TimeSpan now)
    {
        if (_policy == WithdrawnSecret.KeepFiles)
        {
            return;
        }

        foreach (var watch in table.Watches)
        {
            if (watch.Fault is not { IsDenied: true } || watch.Failures < Confirmed || now - watch.FailingSince < Lasting)
            {
                continue;
            }

            foreach (var slot in slots)
            {
                if (!slot.IsWithdrawn && slot.Uses(watch.Dependency))
                {
                    Remove(slot, watch);
                }
            }
        }
    }

    private void Remove(TemplateSlot slot, DependencyWatch watch)
    {
        try
        {
            slot.IsWithdrawn = true;
            slot.Pending = null;
            if (_outlet.Withdraw(slot.Destination))
            {
                _report.Note(Catalogue.Publishing.WithdrawnFileRemoved.For(slot.Destination, slot.Destination, watch.Dependency.Name));
            }
        }
        catch (FileOperationException fault)
        {
            slot.IsWithdrawn = false;
            _report.Note(FileFaults.Describe(slot.Destination, fault, slot.Destination));
        }
    }
}
