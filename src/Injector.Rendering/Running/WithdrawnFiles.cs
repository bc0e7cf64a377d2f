using Injector.Contracts.Diagnostics;
using Injector.Rendering.Dependencies;
using Injector.Rendering.Publishing;
using Injector.Rendering.Storage;
using Injector.Rendering.Templating;
using Injector.Vault.Login;

namespace Injector.Rendering.Running;

/// <summary>
/// Removes files whose secret is lastingly forbidden, when the pod asks for that. A dead token is forbidden everything too; so the
/// server is asked about the token first.
/// </summary>
internal sealed class WithdrawnFiles
{
    /// <summary>How long a refusal must last: a policy that is being rewritten refuses for a moment too.</summary>
    public static readonly TimeSpan Lasting = TimeSpan.FromMinutes(1);

    private const int Confirmed = 3;

    private readonly WithdrawnSecret _policy;
    private readonly IOutlet _outlet;
    private readonly RenderingReport _report;
    private VaultToken? _inDoubt;
    private VaultToken? _good;
    private TimeSpan _goodSince;
    private TimeSpan? _askedAt;

    public WithdrawnFiles(WithdrawnSecret policy, IOutlet outlet, RenderingReport report)
    {
        _policy = policy;
        _outlet = outlet;
        _report = report;
    }

    /// <summary>Removes what is lastingly forbidden to a token that is known to be good.</summary>
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

            if (_good != table.Token || _goodSince < watch.FailingSince)
            {
                Doubt(table.Token, now);
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

    /// <summary>A token to ask the server about before anything is removed; null: none.</summary>
    public VaultToken? TakeTokenInDoubt()
    {
        var token = _inDoubt;
        _inDoubt = null;
        return token;
    }

    /// <summary>The server says that the token is good.</summary>
    public void Trust(VaultToken token, TimeSpan now)
    {
        _good = token;
        _goodSince = now;
    }

    // Asked at most once per period: an answer that does not come must not become a flood of questions.
    private void Doubt(VaultToken? token, TimeSpan now)
    {
        if (_askedAt is null || now - _askedAt >= Lasting)
        {
            _askedAt = now;
            _inDoubt = token;
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
