using System.Net.Sockets;
using System.Security.Authentication;
using Injector.Vault.Faults;

namespace Injector.Vault.Http;

/// <summary>Tells from an exception of the transport what happened, in our own words: the native build carries no framework texts.</summary>
internal static class NetworkFaults
{
    public static VaultFault Of(Exception exception, VaultRequest request, string authority, string peer)
    {
        if (Find<ServerRefusedException>(exception) is { } refused)
        {
            return FaultClassifier.Fault(VaultFaultKind.Untrusted, request, 0, [$"{refused.Reason} ({authority})"]);
        }

        if (Find<TlsMaterialException>(exception) is { } material)
        {
            return FaultClassifier.Fault(VaultFaultKind.Untrusted, request, 0, [material.Reason]);
        }

        if (Find<AuthenticationException>(exception) is not null)
        {
            return FaultClassifier.Fault(VaultFaultKind.Untrusted, request, 0, [$"the TLS handshake with {authority} failed; it may speak plain HTTP, or not accept the agent's client certificate"]);
        }

        if (Find<SocketException>(exception) is { } socket)
        {
            return FaultClassifier.Fault(VaultFaultKind.Unreachable, request, 0, [$"{Describe(socket.SocketErrorCode)} ({peer})"]);
        }

        return (exception as HttpRequestException)?.HttpRequestError switch
        {
            HttpRequestError.NameResolutionError => FaultClassifier.Fault(VaultFaultKind.Unreachable, request, 0, [$"the name is not known ({peer})"]),
            HttpRequestError.SecureConnectionError => FaultClassifier.Fault(VaultFaultKind.Untrusted, request, 0, [$"no TLS connection to {authority}; does it speak plain HTTP?"]),
            HttpRequestError.ConfigurationLimitExceeded => FaultClassifier.Fault(VaultFaultKind.Malformed, request, 0, [$"the headers of {authority} are larger than the agent reads"]),
            HttpRequestError.InvalidResponse => FaultClassifier.Fault(VaultFaultKind.Malformed, request, 0, [$"{authority} does not speak HTTP"]),
            HttpRequestError.ProxyTunnelError => FaultClassifier.Fault(VaultFaultKind.Unreachable, request, 0, [$"the proxy refused the way to {authority}"]),
            _ => FaultClassifier.Fault(VaultFaultKind.Unreachable, request, 0, [$"the connection to {authority} broke"]),
        };
    }

    /// <summary>Whether one of the two ends did not accept the other's certificate.</summary>
    public static bool IsAboutTrust(Exception exception) => Find<AuthenticationException>(exception) is not null;

    private static T? Find<T>(Exception? exception)
        where T : Exception
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is T found)
            {
                return found;
            }
        }

        return null;
    }

    private static string Describe(SocketError error) => error switch
    {
        SocketError.ConnectionRefused => "connection refused",
        SocketError.ConnectionReset => "connection reset",
        SocketError.HostNotFound or SocketError.NoData => "the name is not known",
        SocketError.TryAgain => "the name server does not answer",
        SocketError.TimedOut => "no answer to the connection attempt",
        SocketError.HostUnreachable => "no route to the host",
        SocketError.NetworkUnreachable => "no route to the network",
        SocketError.AddressNotAvailable => "the address is not available",
        _ => "the connection failed",
    };
}
