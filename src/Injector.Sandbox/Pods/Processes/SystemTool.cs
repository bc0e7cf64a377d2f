namespace Injector.Sandbox.Pods.Processes;

/// <summary>Finds the programs of util-linux.</summary>
internal static class SystemTool
{
    private static readonly string[] Folders = ["/usr/bin", "/bin", "/usr/sbin", "/sbin", "/usr/local/bin"];

    public static string? Find(string name) => Folders.Select(folder => $"{folder}/{name}").FirstOrDefault(File.Exists);

    public static string Require(string name) => Find(name)
        ?? throw new PodSpecificationException($"The program '{name}' of util-linux is not installed here. Install the package util-linux.");
}
