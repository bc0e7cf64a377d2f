using Injector.Contracts.Secrecy;
using Injector.Vault.Login;

namespace Injector.Agent.Tests.Fakes;

/// <summary>A token source that is told what to give.</summary>
internal sealed class FixedTokens : ITokenSource
{
    private TaskCompletionSource _changed = new();

    public VaultToken? Current { get; private set; }

    public void Set(string token)
    {
        Current = new VaultToken(new SecretText(token), "a", TimeSpan.FromHours(1), true, DateTimeOffset.UnixEpoch);
        var changed = _changed;
        _changed = new TaskCompletionSource();
        changed.SetResult();
    }

    public async Task<VaultToken> WaitForOtherAsync(VaultToken? known, CancellationToken cancellationToken)
    {
        while (Current is null || ReferenceEquals(Current, known))
        {
            await _changed.Task.WaitAsync(cancellationToken);
        }

        return Current;
    }

    public void ReportInvalid(VaultToken token)
    {
        // Sinks never report.
    }
}
