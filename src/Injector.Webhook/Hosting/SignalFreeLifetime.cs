using Microsoft.Extensions.Hosting;

namespace Injector.Webhook.Hosting;

/// <summary>Keeps the framework from handling signals: draining has an order of its own.</summary>
internal sealed class SignalFreeLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
