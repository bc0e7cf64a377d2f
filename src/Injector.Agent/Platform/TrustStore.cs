using Injector.Vault.Connection;

namespace Injector.Agent.Platform;

/// <summary>Keeps the platform from loading the system's roots when the pod brings its own: that would cost a tenth of a second and two MiB.</summary>
internal static class TrustStore
{
    private const string FolderVariable = "SSL_CERT_DIR";
    private const string FileVariable = "SSL_CERT_FILE";
    private const string Nowhere = "/dev/null";

    public static void SkipUnlessNeeded(VaultConnectionSettings connection)
    {
        var tls = connection.Tls;
        var bringsRoots = !string.IsNullOrEmpty(tls.CaFile) || !string.IsNullOrEmpty(tls.CaText) || !string.IsNullOrEmpty(tls.CaFolder);
        if (connection.Address.Scheme != Uri.UriSchemeHttps || (!bringsRoots && tls.Verification == ServerVerification.Full))
        {
            return;
        }

        // Also when the image names a store: roots that were given replace all others. Commands still get the variables as they were.
        NativeCalls.SetVariable(FolderVariable, Nowhere);
        NativeCalls.SetVariable(FileVariable, Nowhere);
    }
}
