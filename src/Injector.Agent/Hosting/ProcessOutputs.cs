using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Diagnostics;

namespace Injector.Agent.Hosting;

/// <summary>The files for the output of a supervised process, opened once at the start: at its first restart it would be too late to hear of a typing error.</summary>
internal static class ProcessOutputs
{
    public static IEnumerable<Diagnostic> Check(SupervisedProcess? exec)
    {
        if (exec?.OutputFile is { } output && !CanAppend(output))
        {
            yield return Catalogue.Agent.ProcessOutputNotWritable.For(output, output, "child_process_stdout");
        }

        if (exec?.ErrorFile is { } errors && !CanAppend(errors))
        {
            yield return Catalogue.Agent.ProcessOutputNotWritable.For(errors, errors, "child_process_stderr");
        }
    }

    private static bool CanAppend(string path)
    {
        try
        {
            using var file = new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.Append,
                Access = FileAccess.Write,
                Share = FileShare.ReadWrite,
                BufferSize = 0,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
            return true;
        }
        catch (IOException)
        {
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }
}
