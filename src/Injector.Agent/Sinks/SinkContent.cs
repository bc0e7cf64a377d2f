using System.Text;
using Injector.Contracts.Agent;
using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Secrecy;
using Injector.Vault;
using Injector.Vault.Login;

namespace Injector.Agent.Sinks;

/// <summary>What a sink receives: the token, or the <c>wrap_info</c> of the token wrapped for its reader.</summary>
internal sealed class SinkContent(IVaultClient client)
{
    /// <returns>The content, or why there is none.</returns>
    public async Task<(SecretText? Content, Diagnostic? Fault)> OfAsync(VaultToken token, TokenSink sink, CancellationToken cancellationToken)
    {
        if (!DurationText.TryParse(sink.WrapTtl, out var ttl) || ttl <= TimeSpan.Zero)
        {
            return (token.Value, null);
        }

        var body = Encoding.UTF8.GetBytes($"{{\"token\":\"{token.Value.Reveal()}\"}}");
        var answer = await client.SendAsync(VaultRequest.Write("sys/wrapping/wrap", token.Value, body) with { WrapTtl = ttl }, cancellationToken);
        if (answer.Fault is { } fault)
        {
            return (null, fault.ToDiagnostic());
        }

        return answer.WrapInfo.ValueKind == System.Text.Json.JsonValueKind.Object
            ? (new SecretText(answer.WrapInfo.GetRawText()), null)
            : (null, Catalogue.Vault.LoginWithoutToken.For("sys/wrapping/wrap", "sys/wrapping/wrap"));
    }
}
