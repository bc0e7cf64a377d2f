namespace Injector.TestKit;

/// <summary>Where the repository's files are while its tests run.</summary>
public static class Repository
{
    /// <summary>The folder with <c>Injector.sln</c>.</summary>
    public static string Root { get; } = Find();

    /// <summary>Makes an absolute path.</summary>
    /// <param name="parts">Below the root.</param>
    /// <returns>The path.</returns>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Injector.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No folder above the tests holds Injector.sln.");
        }

        return folder.FullName;
    }
}
