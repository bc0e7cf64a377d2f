using System.Text;
using Injector.Agent.Caching;
using Injector.Agent.Local;
using Injector.Contracts.Secrecy;
using Injector.Vault;
using Microsoft.Extensions.Time.Testing;

namespace Injector.Agent.Tests.Caching;

/// <summary>agent.md §13: what is kept for the containers that ask through the agent, and for how long.</summary>
public sealed class LeaseCacheTests : IDisposable
{
    private static readonly LocalRequest Credentials = Get("/v1/db/creds/app");

    private readonly FakeTimeProvider _time = new();
    private readonly RenewingVault _vault = new();
    private readonly LeaseCache _cache;
    private SecretText? _own = new("own");
    private int _asked;

    public LeaseCacheTests() => _cache = new LeaseCache(_vault, () => _own, _time, () => 0.5);

    [Fact]
    public async Task P1_GivesTheSameLeaseAgain_AndSaysHowOldItIs()
    {
        var first = await AskAsync(Credentials, Lease("l1"));
        _time.Advance(TimeSpan.FromSeconds(5));

        var second = await AskAsync(Credentials, Lease("l2"));

        Assert.Equal((1, "MISS", null), (_asked, Header(first, "X-Cache"), Header(first, "Age")));
        Assert.Equal(("HIT", "5"), (Header(second, "X-Cache"), Header(second, "Age")));
        Assert.Equal(Text(first), Text(second));
    }

    [Theory]
    [InlineData(200, """{"lease_id":"","renewable":false,"lease_duration":0,"data":{"data":{"x":"1"}}}""")]
    [InlineData(200, """{"lease_id":"l1","renewable":false,"lease_duration":60,"data":{}}""")]
    [InlineData(200, """{"auth":{"client_token":"t","renewable":false,"lease_duration":60}}""")]
    [InlineData(404, """{"errors":[]}""")]
    [InlineData(200, "<html>")]
    public async Task P1_WhatIsNotRenewable_IsAskedForEachTime(int status, string body)
    {
        await AskAsync(Credentials, body, status);

        var second = await AskAsync(Credentials, body, status);

        Assert.Equal((2, "MISS"), (_asked, Header(second, "X-Cache")));
    }

    [Fact]
    public async Task P1_TokensOfOthersKeepNothing_ThoseThatCameOutOfTheCacheDo()
    {
        await AskAsync(Credentials, Lease("l1"), token: "other");
        await AskAsync(Credentials, Lease("l2"), token: "other");
        await AskAsync(Get("/v1/auth/token/create"), """{"auth":{"client_token":"issued","accessor":"a1","renewable":true,"lease_duration":60}}""");

        await AskAsync(Credentials, Lease("l3"), token: "issued");
        await AskAsync(Credentials, Lease("l4"), token: "issued");

        Assert.Equal(4, _asked);
    }

    [Fact]
    public async Task P2_EqualRequestsUnderWayAreJoined()
    {
        var answer = new TaskCompletionSource<LocalResponse>();
        Task<LocalResponse> Ask()
        {
            _asked++;
            return answer.Task;
        }

        var both = Task.WhenAll(_cache.AnswerAsync(Credentials, new SecretText("own"), Ask), _cache.AnswerAsync(Credentials, new SecretText("own"), Ask));
        answer.SetResult(Response(Lease("l1"), 200));

        Assert.Equal(["MISS", "HIT"], (await both).Select(response => Header(response, "X-Cache")));
        Assert.Equal(1, _asked);
    }

    [Fact]
    public async Task P2_RequestsThatDifferInAnything_AreDifferent()
    {
        await AskAsync(Credentials, Lease("l1"));
        await AskAsync(Credentials with { Query = "version=2" }, Lease("l2"));
        await AskAsync(Credentials with { Method = "PUT", Body = "{}"u8.ToArray() }, Lease("l3"));
        await AskAsync(Credentials with { Headers = new Dictionary<string, string> { ["X-Vault-Namespace"] = "team" } }, Lease("l4"));
        _own = new SecretText("renewed");

        await AskAsync(Credentials, Lease("l5"), token: "renewed");

        Assert.Equal(5, _asked);
    }

    [Fact]
    public async Task P2_IsRenewedInTheBackground_AndForgottenWhenThatEnds()
    {
        await AskAsync(Credentials, Lease("l1"));
        await PassAsync(TimeSpan.FromMinutes(10));
        var renewals = _vault.Requests.Count;
        var kept = await AskAsync(Credentials, Lease("l2"));

        _vault.Body = null;
        await PassAsync(TimeSpan.FromMinutes(2));
        var after = await AskAsync(Credentials, Lease("l3"));

        Assert.InRange(renewals, 10, 20);
        Assert.All(_vault.Requests, request => Assert.Equal(("sys/leases/renew", "own", """{"lease_id":"l1"}"""), (request.Path, request.Token?.Reveal(), Encoding.UTF8.GetString(request.Body.Span))));
        Assert.Equal(("HIT", "MISS"), (Header(kept, "X-Cache"), Header(after, "X-Cache")));
    }

    [Theory]
    [InlineData("/v1/sys/leases/revoke", """{"lease_id":"l1"}""", true)]
    [InlineData("/v1/sys/leases/revoke", """{"lease_id":"l9"}""", false)]
    [InlineData("/v1/sys/leases/revoke/l1", "", true)]
    [InlineData("/v1/sys/leases/revoke/%6C1", "", true)]
    [InlineData("/v1/team/sys/leases/revoke-prefix/l", "", true)]
    [InlineData("/v1/sys/revoke-force/x", "", false)]
    [InlineData("/v1/auth/token/revoke-self", "", true)]
    [InlineData("/v1/auth/token/revoke", """{"token":"own"}""", true)]
    [InlineData("/v1/auth/token/revoke-orphan", """{"token":"other"}""", false)]
    [InlineData("/v1/auth/token/revoke-accessor", """{"accessor":"a"}""", false)]
    public async Task P2_ARevocation_ForgetsWhatItEnds(string path, string body, bool isForgotten)
    {
        await AskAsync(Credentials, Lease("l1"));
        await AskAsync(Get(path) with { Method = "PUT", Body = Encoding.UTF8.GetBytes(body) }, "", 204);

        var answer = await AskAsync(Credentials, Lease("l2"));

        Assert.Equal(isForgotten ? "MISS" : "HIT", Header(answer, "X-Cache"));
    }

    [Theory]
    [InlineData("""{"type":"all"}""", 200, true)]
    [InlineData("""{"type":"request_path","value":"/v1/db/"}""", 200, true)]
    [InlineData("""{"type":"request_path","value":"db/creds"}""", 200, true)]
    [InlineData("""{"type":"request_path","value":"kv"}""", 200, false)]
    [InlineData("""{"type":"lease","value":"l1"}""", 200, true)]
    [InlineData("""{"type":"token","value":"own"}""", 200, true)]
    [InlineData("""{"type":"token_accessor","value":"a"}""", 200, false)]
    [InlineData("""{"type":"lease"}""", 400, false)]
    [InlineData("""{"type":"everything","value":"x"}""", 400, false)]
    [InlineData("nonsense", 400, false)]
    public async Task CacheClear_ForgetsWhatIsNamed(string body, int status, bool isForgotten)
    {
        await AskAsync(Credentials, Lease("l1"));

        var cleared = CacheClearing.Answer(Get("/agent/v1/cache-clear") with { Method = "POST", Body = Encoding.UTF8.GetBytes(body) }, _cache);

        Assert.Equal(status, cleared.Status);
        Assert.Equal(isForgotten ? "MISS" : "HIT", Header(await AskAsync(Credentials, Lease("l2")), "X-Cache"));
    }

    [Fact]
    public async Task P2_LivesLongerThanATimerGoes_AreKeptAliveToo()
    {
        const string Years = """{"lease_id":"l1","renewable":true,"lease_duration":315360000}""";
        _vault.Body = Years;
        await AskAsync(Credentials, Years);

        await PassAsync(TimeSpan.FromDays(60), TimeSpan.FromDays(1));

        Assert.NotEmpty(_vault.Requests);
    }

    [Theory]
    [InlineData("/v1/sys/leases/renew")]
    [InlineData("/v1/team/sys/renew")]
    [InlineData("/v1/sys/leases/renew/l1")]
    [InlineData("/v1/auth/token/renew-self")]
    [InlineData("/v1/auth/token/renew")]
    public async Task RenewalsOfCallers_ArePassedOnEachTime(string path)
    {
        var renewal = Get(path) with { Method = "PUT", Body = """{"lease_id":"l1"}"""u8.ToArray() };
        await AskAsync(renewal, Lease("l1"));

        await AskAsync(renewal, Lease("l1"));

        Assert.Equal(2, _asked);
    }

    [Fact]
    public async Task P2_IsRenewedInTheNamespaceItWasAskedForIn()
    {
        await AskAsync(Credentials with { Headers = new Dictionary<string, string> { ["X-Vault-Namespace"] = "team" } }, Lease("l1"));

        await PassAsync(TimeSpan.FromMinutes(1));

        Assert.All(_vault.Requests, request => Assert.Equal("team", request.Namespace));
        Assert.NotEmpty(_vault.Requests);
    }

    [Fact]
    public async Task WhatIsUnderWayAtTheEnd_IsNotKept()
    {
        var answer = new TaskCompletionSource<LocalResponse>();
        var underWay = _cache.AnswerAsync(Credentials, new SecretText("own"), () => answer.Task);

        _cache.Dispose();
        answer.SetResult(Response(Lease("l1"), 200));
        await underWay;

        Assert.Equal("MISS", Header(await AskAsync(Credentials, Lease("l2")), "X-Cache"));
    }

    [Fact]
    public async Task KeepsNoMoreThanItsLimit()
    {
        for (var index = 0; index <= LeaseCache.Limit; index++)
        {
            await AskAsync(Get($"/v1/db/creds/{index}"), Lease($"l{index}"));
        }

        var last = await AskAsync(Get($"/v1/db/creds/{LeaseCache.Limit}"), Lease("x"));
        var first = await AskAsync(Get("/v1/db/creds/0"), Lease("x"));

        Assert.Equal(("MISS", "HIT"), (Header(last, "X-Cache"), Header(first, "X-Cache")));
    }

    public void Dispose() => _cache.Dispose();

    private Task<LocalResponse> AskAsync(LocalRequest request, string body, int status = 200, string token = "own") => _cache.AnswerAsync(request, new SecretText(token), () =>
    {
        _asked++;
        return Task.FromResult(Response(body, status));
    });

    // Renewals follow each other on other threads: each gets the processor before time goes on.
    private Task PassAsync(TimeSpan duration) => PassAsync(duration, TimeSpan.FromSeconds(1));

    private async Task PassAsync(TimeSpan duration, TimeSpan step)
    {
        for (var passed = TimeSpan.Zero; passed < duration; passed += step)
        {
            _time.Advance(step);
            for (var turn = 0; turn < 20; turn++)
            {
                await Task.Yield();
            }
        }
    }

    private static LocalRequest Get(string path) => new("GET", path, "", new Dictionary<string, string>());

    private static LocalResponse Response(string body, int status) => new(status, "application/json", Encoding.UTF8.GetBytes(body));

    private static string Lease(string id) => $$$"""{"lease_id":"{{{id}}}","renewable":true,"lease_duration":60,"data":{"username":"u-{{{id}}}"} }""";

    private static string? Header(LocalResponse response, string name) => response.Headers.Where(header => header.Name == name).Select(header => header.Value).FirstOrDefault();

    private static string Text(LocalResponse response) => Encoding.UTF8.GetString(response.Body.Span);

    /// <summary>Renews everything for a minute, until it is told not to.</summary>
    private sealed class RenewingVault : IVaultClient
    {
        public List<VaultRequest> Requests { get; } = [];

        public string? Body { get; set; } = """{"lease_id":"l1","renewable":true,"lease_duration":60}""";

        public Task<VaultAnswer> SendAsync(VaultRequest request, CancellationToken cancellationToken)
        {
            if (Body is null)
            {
                return Task.FromResult(VaultAnswer.Of(request, 400, """{"errors":["lease not found"]}"""u8.ToArray()));
            }

            Requests.Add(request);
            return Task.FromResult(VaultAnswer.Of(request, 200, Encoding.UTF8.GetBytes(Body)));
        }
    }
}
