using System.Net;
using System.Net.Sockets;

namespace Injector.TestKit.Network;

/// <summary>Ports for programs that are told where to listen.</summary>
public static class LoopbackPort
{
    /// <summary>Finds a port of the loopback interface on which nobody listens at this moment.</summary>
    /// <returns>Its number.</returns>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
