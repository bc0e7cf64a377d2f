using Injector.Contracts.Pods;

namespace Injector.Sandbox.Pods;

/// <summary>Our agent's images, as <c>Dockerfile.agent</c> builds them, around a binary of this machine.</summary>
public static class AgentImages
{
    // User and group 'vault' of the image.
    private const long User = 100;
    private const long Group = 1000;
    private const string Alias = "/bin/vault";

    /// <summary>The image as shipped: the binary and nothing else.</summary>
    /// <param name="binary">The published, static binary.</param>
    /// <returns>The image.</returns>
    public static LocalImage Scratch(string binary) => Common with
    {
        Files = new Dictionary<string, string> { [PodPaths.AgentExecutable] = binary },
        Links = new Dictionary<string, string> { [Alias] = "injector-agent" },
        Environment = Variables("/bin"),
    };

    /// <summary>The variant <c>shell</c>: the binary on a distribution.</summary>
    /// <param name="binary">The published binary.</param>
    /// <returns>The image.</returns>
    public static LocalImage Shell(string binary) => Scratch(binary) with
    {
        Base = ImageBase.Host,
        Environment = Variables("/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"),
    };

    /// <summary>A binary that needs the .NET runtime; for machines where Native AOT cannot be linked.</summary>
    /// <param name="binary">The program, with its assemblies beside it.</param>
    /// <param name="runtimeFolder">The folder with the program <c>dotnet</c>.</param>
    /// <returns>The image.</returns>
    public static LocalImage FrameworkDependent(string binary, string runtimeFolder)
    {
        var folder = Path.GetDirectoryName(binary) ?? "/";
        return Common with
        {
            Base = ImageBase.Host,
            Files = new Dictionary<string, string> { [folder] = folder, [runtimeFolder] = runtimeFolder },

            // The program looks for its assemblies where it really lies.
            Links = new Dictionary<string, string> { [PodPaths.AgentExecutable] = binary, [Alias] = binary },
            Environment = new Dictionary<string, string>(Variables("/usr/bin:/bin")) { ["DOTNET_ROOT"] = runtimeFolder, ["DOTNET_EnableDiagnostics"] = "0" },
        };
    }

    private static LocalImage Common => new() { Entrypoint = [PodPaths.AgentExecutable], Command = ["agent"], User = User, Group = Group };

    private static Dictionary<string, string> Variables(string path) => new()
    {
        ["PATH"] = path,
        ["HOME"] = PodPaths.Home,
        ["SSL_CERT_DIR"] = "/etc/ssl/certs",
    };
}
