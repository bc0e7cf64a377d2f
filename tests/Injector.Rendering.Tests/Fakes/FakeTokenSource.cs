using Injector.Vault.Login;

namespace Injector.Rendering.Tests.Fakes;

internal sealed class FakeTokenSource : ITokenSource
{
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public VaultToken? Current { get; private set; }

    public List<VaultToken> Refused { get; } = [];

    public void Give(string token)
    {
        Current = FakeTokens.Make(token);
        var changed = _changed;
        _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        changed.SetResult();
    }

    public async Task<VaultToken> WaitForOtherAsync(VaultToken? known, CancellationToken cancellationToken)
    {
        while (true)
        {
            var changed = _changed.Task;
            if (Current is { } current && !ReferenceEquals(current, known))
            {
                return current;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    public void ReportInvalid(VaultToken token) => Refused.Add(token);
}
