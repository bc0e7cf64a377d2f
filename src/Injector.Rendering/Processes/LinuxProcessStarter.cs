using System.Runtime.InteropServices;
using Injector.Rendering.Storage;

namespace Injector.Rendering.Processes;

/// <summary>
/// Starts programs with <c>posix_spawn</c>: .NET's own class knows no process groups, and a time limit has to end everything a command
/// started.
/// </summary>
public sealed class LinuxProcessStarter : IProcessStarter, IDisposable
{
    private const int StandardOutput = 1;
    private const int StandardError = 2;
    private const uint OwnerOnly = 0b110_000_000;

    private readonly ChildReaper _reaper = new();

    /// <inheritdoc/>
    public IChildProcess Start(ProcessRequest request)
    {
        var attributes = new byte[SpawnCalls.StructureSize];
        var actions = new byte[SpawnCalls.StructureSize];
        Check(SpawnCalls.InitialiseAttributes(ref attributes[0]), request);
        Check(SpawnCalls.InitialiseActions(ref actions[0]), request);
        try
        {
            Prepare(ref attributes[0], request);
            Append(ref actions[0], StandardOutput, request.OutputFile, request);
            Append(ref actions[0], StandardError, request.ErrorFile, request);
            return _reaper.Start(() => Spawn(request, attributes, actions));
        }
        finally
        {
            _ = SpawnCalls.DestroyActions(ref actions[0]);
            _ = SpawnCalls.DestroyAttributes(ref attributes[0]);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _reaper.Dispose();

    private static void Prepare(ref byte attributes, ProcessRequest request)
    {
        var signals = new byte[SpawnCalls.StructureSize];
        const short Flags = SpawnCalls.SetProcessGroup | SpawnCalls.SetSignalDefaults | SpawnCalls.SetSignalMask;
        Check(SpawnCalls.SetFlags(ref attributes, Flags), request);
        Check(SpawnCalls.SetGroup(ref attributes, 0), request);

        // The runtime ignores and blocks signals for itself; a program must not inherit that.
        _ = SpawnCalls.FillSignals(ref signals[0]);
        Check(SpawnCalls.SetDefaults(ref attributes, in signals[0]), request);
        _ = SpawnCalls.EmptySignals(ref signals[0]);
        Check(SpawnCalls.SetMask(ref attributes, in signals[0]), request);
    }

    private static void Append(ref byte actions, int descriptor, string? path, ProcessRequest request)
    {
        if (path is not null)
        {
            Check(SpawnCalls.AddOpen(ref actions, descriptor, path, SpawnCalls.OpenToAppend, OwnerOnly), request);
        }
    }

    private static int Spawn(ProcessRequest request, byte[] attributes, byte[] actions)
    {
        // The kernel would take the text before the zero and say nothing.
        if (request.Words.Concat(request.Environment.Values).Any(static text => text.Contains('\0', StringComparison.Ordinal)))
        {
            throw new FileOperationException("start", request.Words[0], Errno.IllegalText);
        }

        var arguments = new nint[request.Words.Count + 1];
        var environment = new nint[request.Environment.Count + 1];
        try
        {
            for (var i = 0; i < request.Words.Count; i++)
            {
                arguments[i] = Marshal.StringToCoTaskMemUTF8(request.Words[i]);
            }

            var index = 0;
            foreach (var (name, value) in request.Environment)
            {
                environment[index++] = Marshal.StringToCoTaskMemUTF8(name + "=" + value);
            }

            Check(SpawnCalls.Spawn(out var process, request.Words[0], ref actions[0], in attributes[0], arguments, environment), request);
            return process;
        }
        finally
        {
            Free(arguments);
            Free(environment);
        }
    }

    private static void Free(nint[] texts)
    {
        foreach (var text in texts)
        {
            // Clears the copy: variables may be secrets.
            Marshal.ZeroFreeCoTaskMemUTF8(text);
        }
    }

    private static void Check(int error, ProcessRequest request)
    {
        if (error != 0)
        {
            throw new FileOperationException("start", request.Words[0], error);
        }
    }
}
