using System.Globalization;
using Injector.Sandbox.Pods;
using Injector.TestKit;
using Injector.TestKit.Processes;

namespace Injector.EndToEnd.Tests.Images;

/// <summary>The root file system of an image, and what its configuration says.</summary>
internal sealed class ImageUnderTest : IDisposable
{
    // Folders that a container runtime mounts over or leaves empty: a distribution's own content there is not what a test is about.
    private static readonly string[] RuntimeFolders = ["dev", "proc", "sys", "run", "var", "home", "root", "tmp", "mnt", "media", "srv", "boot"];

    private static readonly string[] RuntimeFiles = ["hosts", "hostname", "resolv.conf"];

    private readonly TemporaryFolder? _folder;

    private ImageUnderTest(string root, ImageConfiguration configuration, TemporaryFolder? folder)
    {
        Root = root;
        Configuration = configuration;
        _folder = folder;
    }

    public string Root { get; }

    public ImageConfiguration Configuration { get; }

    /// <summary>Finds or lays out an image; skips the test where that cannot be done.</summary>
    /// <param name="name"><c>agent</c> or <c>webhook</c>.</param>
    /// <param name="source">Where it comes from.</param>
    public static async Task<ImageUnderTest> OpenAsync(string name, ImageSource source) =>
        source == ImageSource.Built ? Built(name) : await LayOutAsync(name);

    /// <summary>An image that <c>make images</c> built.</summary>
    public static ImageUnderTest Built(string name)
    {
        SkipUnlessRoot();
        var root = Repository.PathOf("artifacts", "images", name);
        Assert.SkipUnless(File.Exists($"{root}.json"), $"The image '{name}' is not built; 'make images' does it.");
        return new ImageUnderTest(root, ImageConfiguration.OfImage($"{root}.json"), folder: null);
    }

    /// <summary>What a container runtime would start.</summary>
    public LocalImage ToLocalImage()
    {
        var entries = Entries().ToList();
        var user = Configuration.User.Split(':');
        return new LocalImage
        {
            Files = entries.Where(static entry => entry.LinkTarget is null).ToDictionary(InContainer, static entry => entry.FullName),
            Links = entries.Where(static entry => entry.LinkTarget is not null).ToDictionary(InContainer, static entry => entry.LinkTarget ?? string.Empty),
            Entrypoint = Configuration.Entrypoint,
            Command = Configuration.Command,
            Environment = Configuration.Environment,
            User = long.Parse(user[0], CultureInfo.InvariantCulture),
            Group = long.Parse(user[1], CultureInfo.InvariantCulture),
        };
    }

    public void Dispose() => _folder?.Dispose();

    /// <summary>The folders of the root, and what is in <c>etc</c> one by one: a runtime adds files of its own there.</summary>
    private IEnumerable<FileSystemInfo> Entries()
    {
        var root = new DirectoryInfo(Root);
        return root.EnumerateFileSystemInfos().Where(static entry => entry.Name != "etc" && !RuntimeFolders.Contains(entry.Name))
            .Concat(new DirectoryInfo(Path.Combine(Root, "etc")).EnumerateFileSystemInfos().Where(static entry => !RuntimeFiles.Contains(entry.Name)));
    }

    private string InContainer(FileSystemInfo entry) => $"/{Path.GetRelativePath(Root, entry.FullName)}";

    private static async Task<ImageUnderTest> LayOutAsync(string name)
    {
        SkipUnlessRoot();
        var binary = name == "agent" ? PublishedPrograms.Agent : PublishedPrograms.Webhook;
        Assert.SkipUnless(File.Exists(binary), $"The {name} is not published; 'make publish-{name}' does it.");
        var folder = new TemporaryFolder();
        var layout = await CommandLine.RunAsync(
            Repository.PathOf(".ci", "image-root"), [name, binary, folder.PathOf("root")], TestContext.Current.CancellationToken);
        Assert.True(layout.ExitCode == 0, layout.Error);
        return new ImageUnderTest(folder.PathOf("root"), ImageConfiguration.OfDockerfile(Repository.PathOf($"Dockerfile.{name}")), folder);
    }

    private static void SkipUnlessRoot() =>
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "A root file system of an image needs root to be run.");
}
