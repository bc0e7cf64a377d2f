using System.Security.Cryptography.X509Certificates;

namespace Injector.Webhook.Certificates;

/// <summary>Certificates of a PEM file.</summary>
internal static class TrustedRoots
{
    public static X509Certificate2Collection Read(string path)
    {
        var roots = new X509Certificate2Collection();
        roots.ImportFromPemFile(path);
        return roots;
    }
}
