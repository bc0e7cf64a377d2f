using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Injector.Kube.Api;

/// <summary>What the kubelet puts into every pod for talking to the API server.</summary>
public static class InCluster
{
    /// <summary>Reads the connection.</summary>
    /// <param name="environment">Looks up an environment variable.</param>
    /// <param name="folder">Folder of token, CA and namespace.</param>
    /// <param name="time">Tells when to read the token again.</param>
    /// <param name="connection">The connection; null when a part is missing.</param>
    /// <param name="missing">What is missing and what to do about it; null when nothing is.</param>
    /// <returns>Whether there is a connection.</returns>
    public static bool TryConnect(
        Func<string, string?> environment,
        string folder,
        TimeProvider time,
        [NotNullWhen(true)] out KubeConnection? connection,
        [NotNullWhen(false)] out string? missing)
    {
        connection = null;
        var host = environment("KUBERNETES_SERVICE_HOST");
        var port = environment("KUBERNETES_SERVICE_PORT");
        if (string.IsNullOrEmpty(host) || string.IsNullOrEmpty(port))
        {
            missing = "KUBERNETES_SERVICE_HOST and KUBERNETES_SERVICE_PORT are not set: the process does not run in a cluster";
            return false;
        }

        var tokenFile = Path.Combine(folder, "token");
        if (!File.Exists(tokenFile))
        {
            missing = $"'{tokenFile}' is missing; set automountServiceAccountToken: true";
            return false;
        }

        if (TryReadRoots(Path.Combine(folder, "ca.crt")) is not { } roots)
        {
            missing = $"'{Path.Combine(folder, "ca.crt")}' holds no certificate; set automountServiceAccountToken: true";
            return false;
        }

        missing = null;
        var literal = host.Contains(':', StringComparison.Ordinal) && !host.StartsWith('[') ? $"[{host}]" : host;
        connection = new KubeConnection(new Uri($"https://{literal}:{port}"), roots, new TokenFile(tokenFile, time).Read);
        return true;
    }

    /// <summary>The pod's own namespace, or null when the kubelet gave none.</summary>
    public static string? Namespace(string folder)
    {
        var file = Path.Combine(folder, "namespace");
        return File.Exists(file) ? File.ReadAllText(file).Trim() : null;
    }

    private static X509Certificate2Collection? TryReadRoots(string file)
    {
        var roots = new X509Certificate2Collection();
        try
        {
            roots.ImportFromPemFile(file);
            return roots.Count > 0 ? roots : null;
        }
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
