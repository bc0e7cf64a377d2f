using System.Net;
using System.Text;
using Injector.Agent.Hosting;
using Injector.Agent.Local;
using Injector.Contracts.Secrecy;
using Injector.Vault.Connection;

namespace Injector.Agent.Tests.Hosting;

/// <summary>agent.md §14: what is passed on with which token.</summary>
public sealed class ApiProxyTests
{
    [Fact]
    public async Task ALoginWhileARequestIsUnderWay_DoesNotGiveTheTokenAway()
    {
        var own = "old";
        using var transport = new HttpMessageInvoker(new Answering(request =>
        {
            var sent = request.Headers.GetValues("X-Vault-Token").Single();
            own = "new";
            return $$$"""{"data":{"id":"{{{sent}}}","ttl":5} }""";
        }));
        var proxy = new ApiProxy(transport, new VaultConnectionSettings(), () => new SecretText(own), ProxyToken.Always, TimeProvider.System);

        var answer = await proxy.ForwardAsync(
            new LocalRequest("POST", "/v1/auth/token/lookup", "", new Dictionary<string, string>()), TestContext.Current.CancellationToken);

        Assert.Equal("""{"data":{"ttl":5}}""", Encoding.UTF8.GetString(answer.Body.Span));
    }

    private sealed class Answering(Func<HttpRequestMessage, string> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(answer(request)) });
    }
}
