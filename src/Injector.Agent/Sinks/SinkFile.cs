using System.Globalization;
using System.Text;
using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Diagnostics;

namespace Injector.Agent.Sinks;

/// <summary>A file that holds exactly the token: written aside and renamed, with an explicit mode, so that a reader never sees half of it.</summary>
internal sealed class SinkFile(TokenSink sink, Func<double> chance)
{
    public TokenSink Settings => sink;

    /// <summary>Encrypts for the sink's reader; null: nobody asked for that.</summary>
    public SinkSeal? Seal { get; init; }

    /// <summary>Creates and removes a file beside the sink, to find out at the start.</summary>
    /// <returns>Why it cannot be written; null: it can.</returns>
    public Diagnostic? Check() => Try(() =>
    {
        var probe = Beside();
        Create(probe, []);
        File.Delete(probe);
    });

    /// <returns>Why it was not written; null: it was.</returns>
    public Diagnostic? Write(string content)
    {
        if (Seal is null)
        {
            return WriteText(content);
        }

        var (text, fault) = Seal.Close(content);
        return text is null ? fault : WriteText(text);
    }

    private Diagnostic? WriteText(string content) => Try(() =>
    {
        var aside = Beside();
        try
        {
            Create(aside, Encoding.UTF8.GetBytes(content));
            File.Move(aside, sink.Path, overwrite: true);
        }
        finally
        {
            File.Delete(aside);
        }
    });

    private void Create(string path, byte[] content)
    {
        using var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            BufferSize = 0,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        file.Write(content);
        // The umask applies to creation; the mode asked for is set explicitly.
        File.SetUnixFileMode(file.SafeFileHandle, (UnixFileMode)sink.Mode);
        if (sink.Owner is not null || sink.Group is not null)
        {
            Platform.NativeCalls.ChangeOwner(path, sink.Owner ?? -1, sink.Group ?? -1);
        }
    }

    private string Beside()
    {
        var number = (uint)(chance() * uint.MaxValue);
        return $"{sink.Path}.tmp.{number.ToString("x8", CultureInfo.InvariantCulture)}";
    }

    private Diagnostic? Try(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (DirectoryNotFoundException)
        {
            return Catalogue.Agent.SinkNotWritable.For(sink.Path, sink.Path, "the folder does not exist");
        }
        catch (FileNotFoundException)
        {
            return Catalogue.Agent.SinkNotWritable.For(sink.Path, sink.Path, "nothing can be created there");
        }
        catch (UnauthorizedAccessException)
        {
            return Catalogue.Agent.SinkNotWritable.For(sink.Path, sink.Path, "this user may not write there");
        }
        catch (IOException exception)
        {
            return Catalogue.Agent.SinkNotWritable.For(sink.Path, sink.Path, Describe(exception.HResult));
        }
    }

    private static string Describe(int error) => error switch
    {
        20 => "a part of the path is a file",
        21 => "a folder stands there",
        28 => "the volume is full",
        30 => "the volume is read-only",
        _ => $"error {error.ToString(CultureInfo.InvariantCulture)}",
    };
}
