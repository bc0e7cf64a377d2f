namespace Injector.TestKit;

/// <summary>A folder of its own for one test, removed at the end.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("injector-");

    /// <summary>The folder.</summary>
    public string FullName => _folder.FullName;

    /// <summary>Makes a path below the folder.</summary>
    /// <param name="parts">Below the folder.</param>
    /// <returns>The path.</returns>
    public string PathOf(params string[] parts) => Path.Combine([FullName, .. parts]);

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);
}
