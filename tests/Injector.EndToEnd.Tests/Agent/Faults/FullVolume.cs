using Injector.TestKit.Processes;

namespace Injector.EndToEnd.Tests.Agent.Faults;

/// <summary>A small volume that can be filled to its last byte.</summary>
internal sealed class FullVolume : IAsyncDisposable
{
    private readonly string _path;

    private FullVolume(string path) => _path = path;

    private string Ballast => Path.Combine(_path, ".ballast");

    /// <summary>Mounts a volume of 512 KiB; skips the test when this user may not.</summary>
    public static async Task<FullVolume> MountAsync(string path)
    {
        Directory.CreateDirectory(path);
        var result = await CommandLine.RunAsync("mount", ["-t", "tmpfs", "-o", "size=512k", "tmpfs", path], TestContext.Current.CancellationToken);
        Assert.SkipUnless(result.ExitCode == 0, "This user may not mount a volume.");
        return new FullVolume(path);
    }

    public void Fill()
    {
        using var file = new FileStream(Ballast, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 0 });
        var piece = new byte[4096];
        try
        {
            while (true)
            {
                file.Write(piece);
            }
        }
        catch (IOException)
        {
            // That was the last free byte.
        }
    }

    public void Empty() => File.Delete(Ballast);

    public async ValueTask DisposeAsync() => await CommandLine.RunAsync("umount", ["--lazy", _path], CancellationToken.None);
}
