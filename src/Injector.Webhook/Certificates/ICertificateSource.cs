using Injector.Contracts.Diagnostics;

namespace Injector.Webhook.Certificates;

/// <summary>Keeps <see cref="TlsState"/> supplied with a certificate.</summary>
internal interface ICertificateSource
{
    /// <summary>Prepares; a source that has its certificate at hand shows it now.</summary>
    /// <returns>Why the process cannot start, or null.</returns>
    Diagnostic? Start();

    /// <summary>Works until it is told to stop.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
