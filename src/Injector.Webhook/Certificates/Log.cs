using Injector.Contracts.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Injector.Webhook.Certificates;

internal static partial class Log
{
    // Event ids 2200-2299 belong to this folder. Next free: 2203. Never reuse or renumber.
    [LoggerMessage(2200, LogLevel.Information, "Serving with the certificate of '{Subject}', valid until {NotAfter:O}.")]
    public static partial void CertificateLoaded(ILogger logger, string subject, DateTimeOffset notAfter);

    [LoggerMessage(2201, LogLevel.Information, "The certificate files changed: now serving with the certificate of '{Subject}', valid until {NotAfter:O}.")]
    public static partial void CertificateReloaded(ILogger logger, string subject, DateTimeOffset notAfter);

    [LoggerMessage(2202, LogLevel.Warning, "{Diagnostic}")]
    public static partial void CertificateNotReloaded(ILogger logger, Diagnostic diagnostic);
}
