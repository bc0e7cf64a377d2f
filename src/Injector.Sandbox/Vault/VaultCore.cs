using System.Net;
using Injector.Contracts.Secrecy;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Server;

namespace Injector.Sandbox.Vault;

/// <summary>Takes one request from the front end to its answer.</summary>
internal sealed class VaultCore
{
    private readonly HealthReport _health;

    public VaultCore(SandboxVaultOptions options)
    {
        Seal = new Seal();
        RootToken = options.RootToken ?? new SecretText($"hvs.{Guid.NewGuid():N}");
        _health = new HealthReport(Seal, options.Time);
    }

    public SecretText RootToken { get; }

    public Seal Seal { get; }

    public ValueTask<VaultReply> HandleAsync(VaultRequest request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(request.Path == "sys/health"
            ? _health.Answer(request)
            : VaultReply.Error(HttpStatusCode.NotFound, $"no handler for route \"{request.Path}\". route entry not found."));
    }
}
