using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Injector.Contracts.Pods;

namespace Injector.Agent.Local;

/// <summary>
/// The socket through which <c>wait</c>, <c>status</c> and <c>health</c> ask the running agent. It lies in the agent's home, so only the agent's own
/// container sees it, and it answers only while the process lives: a leftover of an earlier process refuses connections.
/// </summary>
internal static class ControlSocket
{
    private const string Name = ".injector-agent.sock";
    private const int LongestPath = 100;

    public static string PathFor(IReadOnlyDictionary<string, string> environment)
    {
        var home = environment.TryGetValue("HOME", out var value) && value.Length > 1 ? value : PodPaths.Home;
        var path = Path.Combine(home, Name);
        if (Encoding.UTF8.GetByteCount(path) <= LongestPath)
        {
            return path;
        }

        // The kernel limits such paths to 107 bytes.
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)).AsSpan(0, 8));
        return Path.Combine(Path.GetTempPath(), $".injector-agent-{digest}.sock");
    }

    /// <returns>The listening socket; null when the home cannot hold one.</returns>
    public static Socket? Listen(string path)
    {
        try
        {
            File.Delete(path);
            var socket = LocalServer.Listen(new UnixDomainSocketEndPoint(path));
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            return socket;
        }
        catch (SocketException)
        {
            return null;
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }
    }
}
