using Injector.Contracts.Secrecy;
using Injector.Vault.Connection;
using Injector.Vault.Http;
using Injector.Vault.Tests.Fakes;
using Microsoft.Extensions.Time.Testing;

namespace Injector.Vault.Tests.Http;

/// <summary><c>VAULT_MAX_RETRIES</c> (vault-api.md §2.3).</summary>
public sealed class RetryingVaultClientTests
{
    private static readonly VaultRequest Read = VaultRequest.Read("kv/data/app", new SecretText("t"));
    private readonly FakeTimeProvider _time = new();
    private readonly ScriptedVault _vault = new();
    private readonly Pump _pump = new();

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    public void FailureThatMayPass_IsRepeatedAfterGrowingPauses(int status)
    {
        _vault.Answer = request => ScriptedVault.Json(request, _vault.Requests.Count < 3 ? status : 200, "{}");
        var answer = Send(Read, retries: 5);

        _pump.Pass(_time, TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(250));
        Assert.Equal(2, _vault.Requests.Count);
        _pump.Pass(_time, TimeSpan.FromSeconds(2), TimeSpan.FromMilliseconds(250));

        Assert.True(answer.IsCompletedSuccessfully);
        Assert.Equal(3, _vault.Requests.Count);
    }

    [Fact]
    public void LastFailureIsGivenBack()
    {
        _vault.Answer = request => ScriptedVault.Json(request, 503, """{"errors":["sealed"]}""");
        var answer = Send(Read, retries: 2);

        _pump.Pass(_time, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(1));

        Assert.True(answer.IsCompletedSuccessfully);
        Assert.Equal(3, _vault.Requests.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(501)]
    public void Refusal_IsNotRepeated(int status)
    {
        _vault.Answer = request => ScriptedVault.Json(request, status, """{"errors":["no"]}""");

        Assert.True(Send(Read, retries: 5).IsCompletedSuccessfully);
        Assert.Single(_vault.Requests);
    }

    [Fact]
    public void Login_IsNotRepeated()
    {
        _vault.Answer = request => ScriptedVault.Json(request, 503, "{}");

        Assert.True(Send(VaultRequest.Write("auth/kubernetes/login", null, default), retries: 5).IsCompletedSuccessfully);
        Assert.Single(_vault.Requests);
    }

    [Fact]
    public void R9_RepeatingEndsWithTheTimeOfTheCall()
    {
        _vault.Answer = request => ScriptedVault.Json(request, 503, "{}");
        var answer = Send(Read, retries: 100);

        _pump.Pass(_time, TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(1));

        Assert.True(answer.IsCompletedSuccessfully);
        Assert.InRange(_vault.Requests.Count, 5, 15);
    }

    private Task<VaultAnswer> Send(VaultRequest request, int retries)
    {
        var client = new RetryingVaultClient(_vault, new VaultConnectionSettings { MaxRetries = retries }, _time, () => 0);
        var answer = _pump.Start(() => client.SendAsync(request, TestContext.Current.CancellationToken));
        _pump.RunUntilIdle();
        return answer;
    }
}
