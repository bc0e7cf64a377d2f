using Microsoft.Extensions.Logging;

namespace Injector.Webhook.Certificates.SelfSigned;

internal static partial class Log
{
    // Event ids 2300-2399 belong to this folder. Next free: 2312. Never reuse or renumber.
    [LoggerMessage(2300, LogLevel.Information, "Stored certificate authority number {Generation}, valid until {NotAfter:O}.")]
    public static partial void AuthorityStored(ILogger logger, int generation, DateTimeOffset notAfter);

    [LoggerMessage(2301, LogLevel.Warning, "The Secret '{Secret}' holds no usable certificate authority; a new one is made.")]
    public static partial void AuthorityUnusable(ILogger logger, string secret);

    [LoggerMessage(2302, LogLevel.Warning, "The Secret '{Secret}' cannot be read or written: {Reason}. Serving goes on; it is tried again.")]
    public static partial void AuthorityUnreadable(ILogger logger, string secret, string reason);

    [LoggerMessage(2303, LogLevel.Information, "Serving with a new certificate, valid until {NotAfter:O}; it is renewed at {RenewAt:O}.")]
    public static partial void CertificateSigned(ILogger logger, DateTimeOffset notAfter, DateTimeOffset renewAt);

    [LoggerMessage(2304, LogLevel.Information, "Published the trusted certificates in caBundle of '{Configuration}'.")]
    public static partial void BundleWritten(ILogger logger, string configuration);

    [LoggerMessage(2305, LogLevel.Warning, "caBundle of '{Configuration}' could not be written: {Reason}. It is tried again. The rule that is needed: {Rule}")]
    public static partial void BundleNotWritten(ILogger logger, string configuration, string reason, string rule);

    [LoggerMessage(2306, LogLevel.Warning, "The webhook configuration '{Configuration}' cannot be read: {Reason}. The rule that is needed: {Rule}")]
    public static partial void ConfigurationUnreadable(ILogger logger, string configuration, string reason, string rule);

    [LoggerMessage(2307, LogLevel.Information, "This replica is {Whether} the writer of caBundle.")]
    public static partial void LeadershipChanged(ILogger logger, string whether);

    [LoggerMessage(2308, LogLevel.Warning, "The Lease of the writer of caBundle cannot be used: {Reason}. Serving goes on; it is tried again.")]
    public static partial void LeaseTrouble(ILogger logger, string reason);

    [LoggerMessage(2309, LogLevel.Warning, "The webhook cannot be called through its own Service at {Service} with the published certificates: {Reason}. The API server will not fare better.")]
    public static partial void SelfTestFailed(ILogger logger, Uri service, string reason);

    [LoggerMessage(2310, LogLevel.Information, "The webhook can be called through its own Service at {Service} again.")]
    public static partial void SelfTestSucceeded(ILogger logger, Uri service);

    [LoggerMessage(2311, LogLevel.Information, "The Lease of the writer of caBundle can be used again.")]
    public static partial void LeaseUsable(ILogger logger);
}
