using System.Runtime.InteropServices;

namespace Injector.Webhook.Certificates;

/// <summary>
/// Keeps .NET from loading the machine's public roots. It would load all of them for the first chain it builds, even where other roots are given:
/// 55 ms and 2 MiB for certificates this process never uses. It talks to the cluster's API server and to itself, both with roots of their own.
/// </summary>
internal static partial class SystemTrustStore
{
    private const string Nowhere = "/dev/null";

    /// <summary>Must run before the first certificate is looked at.</summary>
    public static void Disable()
    {
        // Not Environment.SetEnvironmentVariable: that changes a copy, and the roots' place is looked up in the process's own environment.
        _ = SetVariable("SSL_CERT_DIR", Nowhere, overwrite: 1);
        _ = SetVariable("SSL_CERT_FILE", Nowhere, overwrite: 1);
    }

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int SetVariable(string name, string value, int overwrite);
}
