using System.Text.Json.Nodes;
using Injector.Sandbox.Vault;
using Injector.TestKit;
using Injector.TestKit.Agents;
using Injector.TestKit.Processes;

namespace Injector.Benchmarks.Agent;

/// <summary>
/// Writes down the methods that starts of the agent call, over HTTP and HTTPS. The compiler puts them next to each other: a start then touches a fifth
/// of the code's pages, and the rest is never loaded.
/// </summary>
internal static class StartOrder
{
    private const int Secrets = 10;

    /// <summary>Runs the agent under valgrind and writes one name a line, sorted.</summary>
    /// <param name="binary">The published agent, with its symbols beside it.</param>
    /// <param name="file">The file to write.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> WriteAsync(string binary, string file)
    {
        using var folder = new TemporaryFolder();
        var copy = folder.PathOf("agent");
        var copied = await TestKit.Processes.CommandLine.RunAsync("objcopy", ["--remove-section=.gnu_debuglink", binary, copy], CancellationToken.None);
        EndedWell("objcopy", copied.ExitCode);
        var methods = SymbolTable.Read(binary + ".dbg").Methods();
        var called = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var transport in new[] { SandboxTransport.Http, SandboxTransport.Https })
        {
            var trace = folder.PathOf(transport.ToString());
            await TraceAsync(copy, transport, trace);
            called.UnionWith(NamesAt(CallTrace.Instructions(trace), methods));
        }

        await File.WriteAllLinesAsync(file, called);
        await Console.Out.WriteLineAsync($"{called.Count} of {methods.Count} methods are called by a start");
        return 0;
    }

    private static async Task TraceAsync(string binary, SandboxTransport transport, string trace)
    {
        await using var vault = await ExampleVault.StartAsync(transport, Secrets);
        using var workplace = vault.Workplace();
        workplace.Configuration["exit_after_auth"] = JsonValue.Create(true);
        workplace.Save();
        using var process = MeasuredProcess.Start(["valgrind", "--tool=callgrind", "--dump-instr=yes", $"--callgrind-out-file={trace}", binary, "agent"], workplace);
        await process.WaitForExitAsync();
        EndedWell("valgrind", process.ExitCode);
    }

    private static void EndedWell(string program, int exitCode)
    {
        if (exitCode != 0)
        {
            throw new InvalidOperationException($"'{program}' ended with {exitCode}.");
        }
    }

    private static IEnumerable<string> NamesAt(IEnumerable<ulong> addresses, IReadOnlyList<(ulong Address, string Name)> methods)
    {
        ulong[] starts = [.. methods.Select(static method => method.Address)];
        foreach (var address in addresses)
        {
            var found = Array.BinarySearch(starts, address);
            var index = found < 0 ? ~found - 1 : found;
            if (index >= 0 && index < starts.Length - 1)
            {
                yield return methods[index].Name;
            }
        }
    }
}
