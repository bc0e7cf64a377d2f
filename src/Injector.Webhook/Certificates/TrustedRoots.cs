using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Webhook;

namespace Injector.Webhook.Certificates;

/// <summary>Certificates of a PEM file that an option names.</summary>
internal static class TrustedRoots
{
    /// <summary>Reads the file of an option.</summary>
    /// <param name="option">The option.</param>
    /// <param name="path">Its value; empty: there are none.</param>
    /// <param name="found">Takes the fault of a file that holds no certificates.</param>
    /// <returns>The certificates; null when there are none.</returns>
    public static X509Certificate2Collection? Read(WebhookOption option, string path, ICollection<Diagnostic> found)
    {
        if (path.Length == 0)
        {
            return null;
        }

        var roots = new X509Certificate2Collection();
        var reason = "it holds no PEM certificate";
        try
        {
            roots.ImportFromPemFile(path);
        }
        catch (IOException)
        {
            reason = "it is missing or not a file";
        }
        catch (UnauthorizedAccessException)
        {
            reason = "access is denied";
        }
        catch (CryptographicException)
        {
            roots.Clear();
        }

        if (roots.Count == 0)
        {
            found.Add(Catalogue.Webhook.UnreadableFile.For(option.Name, option.Name, path, reason));
            return null;
        }

        return roots;
    }
}
