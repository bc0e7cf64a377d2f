using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Diagnostics;
using Injector.Rendering.Processes;

namespace Injector.Agent.Hosting;

/// <summary>
/// Checks the <c>exec</c> section at the start, its files for output by opening them once: at the first restart of the process it would be too late to
/// hear of a typing error.
/// </summary>
internal static class ExecCheck
{
    public static IEnumerable<Diagnostic> Check(SupervisedProcess? exec)
    {
        if (exec?.RestartStopSignal is { } signal && SignalNumber.Find(signal) is null)
        {
            yield return Catalogue.Agent.UnknownChoice.For("exec", "exec", "restart_stop_signal", signal, SignalNumber.Names);
        }

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
