namespace Injector.Rendering.Tests.Storage;

/// <summary>A real folder of its own for one test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("rendering-").FullName;

    public string Path { get; }

    public string At(string relative) => System.IO.Path.Join(Path, relative);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
