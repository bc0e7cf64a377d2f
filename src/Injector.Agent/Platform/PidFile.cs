using System.Globalization;
using System.Text;
using Injector.Contracts.Diagnostics;

namespace Injector.Agent.Platform;

/// <summary>The decimal process id, mode 0600, removed at the end.</summary>
internal sealed class PidFile : IDisposable
{
    private readonly string? _path;

    private PidFile(string? path) => _path = path;

    /// <returns>The file, or why it cannot be written.</returns>
    public static (PidFile? File, Diagnostic? Fault) Write(string? path)
    {
        if (string.IsNullOrEmpty(path))
        {
            return (new PidFile(null), null);
        }

        try
        {
            File.Delete(path);
            using var file = new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
            file.Write(Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
            return (new PidFile(path), null);
        }
        catch (IOException)
        {
            return (null, Catalogue.Agent.PidFileNotWritable.For(path, path));
        }
        catch (UnauthorizedAccessException)
        {
            return (null, Catalogue.Agent.PidFileNotWritable.For(path, path));
        }
    }

    public void Dispose()
    {
        try
        {
            if (_path is not null)
            {
                File.Delete(_path);
            }
        }
        catch (IOException)
        {
            // The volume ends with the pod.
        }
        catch (UnauthorizedAccessException)
        {
            // The volume ends with the pod.
        }
    }
}
