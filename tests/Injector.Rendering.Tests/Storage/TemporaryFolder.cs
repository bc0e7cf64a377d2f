namespace Injector.Rendering.Tests.Storage;

/// <summary>A real folder of its own for one test, in memory where the system offers that: as the volumes of a pod are.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private const string Memory = "/dev/shm";

    public TemporaryFolder() => Path = Directory.CreateDirectory(System.IO.Path.Join(
        Directory.Exists(Memory) ? Memory : System.IO.Path.GetTempPath(),
        "rendering-" + System.IO.Path.GetRandomFileName())).FullName;

    public string Path { get; }

    public string At(string relative) => System.IO.Path.Join(Path, relative);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
