namespace Injector.Cli.Demo;

/// <summary>What the demo runs on.</summary>
/// <param name="Agent">The agent's binary.</param>
/// <param name="Webhook">The webhook's binary.</param>
/// <param name="Examples">Folder with the manifests.</param>
/// <param name="Binaries">How the binaries were built.</param>
/// <param name="RealVault">The server to use instead of the sandbox's; null: the sandbox's.</param>
internal sealed record DemoSettings(FileInfo Agent, FileInfo Webhook, DirectoryInfo Examples, BinaryKind Binaries, RealVault? RealVault);
