namespace Injector.EndToEnd.Tests.HighAvailability;

/// <summary>How an API server reaches the webhook for an admission.</summary>
internal enum AdmissionConnection
{
    /// <summary>Over HTTP/2 on a connection that is kept, as API servers do.</summary>
    Kept,

    /// <summary>On a new connection, with a handshake of its own.</summary>
    Fresh,
}
