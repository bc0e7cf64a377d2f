using Injector.Vault.Connection;
using Injector.Vault.Http;
using Injector.Vault.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace Injector.Vault.Tests.Http;

/// <summary><c>VAULT_RATE_LIMIT</c> (agent.md §18).</summary>
public sealed class PacedVaultClientTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly ScriptedVault _vault = new() { Answer = request => ScriptedVault.Json(request, 200, "{}") };
    private readonly Pump _pump = new();

    [Fact]
    public void BurstGoesAtOnce_TheRestAtTheRate()
    {
        Send(new RequestRate(2, 3), 8);
        Assert.Equal(3, _vault.Requests.Count);

        _pump.Pass(_time, TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(100));
        Assert.Equal(7, _vault.Requests.Count);

        _pump.Pass(_time, TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(100));
        Assert.Equal(Enumerable.Range(0, 8).Select(number => $"p{number}"), _vault.Requests.Select(request => request.Path));
    }

    [Fact]
    public void PauseEarnsNoMoreThanABurst()
    {
        var client = Send(new RequestRate(1, 2), 2);
        _time.Advance(TimeSpan.FromHours(1));

        Send(client, 5);

        Assert.Equal(4, _vault.Requests.Count);
    }

    private PacedVaultClient Send(RequestRate rate, int count)
    {
        var client = new PacedVaultClient(_vault, rate, _time);
        Send(client, count);
        return client;
    }

    private void Send(PacedVaultClient client, int count)
    {
        for (var number = 0; number < count; number++)
        {
            var request = VaultRequest.Read($"p{number}", null);
            _ = _pump.Start(() => client.SendAsync(request, TestContext.Current.CancellationToken));
        }

        _pump.RunUntilIdle();
    }
}
