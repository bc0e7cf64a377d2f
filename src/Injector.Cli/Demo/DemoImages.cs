using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Injector.Contracts.Pods;
using Injector.Sandbox.Pods;

namespace Injector.Cli.Demo;

/// <summary>What this machine runs in place of the images of the demo's pods.</summary>
internal static class DemoImages
{
    /// <summary>Maps every image of a pod.</summary>
    /// <param name="settings">Where the agent is.</param>
    /// <param name="pod">The pod after the patch.</param>
    /// <returns>Image reference → local image.</returns>
    public static IReadOnlyDictionary<string, LocalImage> For(DemoSettings settings, JsonObject pod)
    {
        var images = new Dictionary<string, LocalImage>();
        foreach (var container in ((string[])["initContainers", "containers"]).SelectMany(list => pod["spec"]?[list] as JsonArray ?? []))
        {
            var name = container?["name"]?.GetValue<string>();
            var image = container?["image"]?.GetValue<string>() ?? string.Empty;
            images[image] = name is ContainerNames.Init or ContainerNames.Sidecar ? Agent(settings) : App();
        }

        return images;
    }

    private static LocalImage Agent(DemoSettings settings) => settings.Binaries == BinaryKind.NativeAot
        ? AgentImages.Scratch(settings.Agent.FullName)
        : AgentImages.FrameworkDependent(settings.Agent.FullName, RuntimeRoot());

    /// <summary>The example app is this program itself, started with a hidden command.</summary>
    private static LocalImage App() => new()
    {
        Base = ImageBase.Host,
        Files = new Dictionary<string, string> { ["/app"] = AppContext.BaseDirectory.TrimEnd('/'), ["/dotnet"] = RuntimeRoot() },
        Entrypoint = ["/dotnet/dotnet", "/app/injector.dll", "demo-app"],
        Environment = new Dictionary<string, string>
        {
            ["DOTNET_ROOT"] = "/dotnet",
            ["DOTNET_EnableDiagnostics"] = "0",
            ["PATH"] = "/usr/local/bin:/usr/bin:/bin",
        },
    };

    /// <summary>The folder with the <c>dotnet</c> program: three levels above the framework this process runs on.</summary>
    private static string RuntimeRoot() => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
}
