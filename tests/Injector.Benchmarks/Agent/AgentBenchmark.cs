using System.Globalization;
using Injector.Sandbox.Vault;
using Injector.TestKit.Processes;

namespace Injector.Benchmarks.Agent;

/// <summary><c>make bench-agent</c>: whole-process figures of the published agent, and of another one in the same run.</summary>
internal static class AgentBenchmark
{
    private const double Mebibyte = 1024 * 1024;
    private const int Templates = 10;

    // Files of pods are in memory; so are those of the measured agents.
    private const string MemoryVolume = "/dev/shm";

    public static async Task<int> RunAsync(AgentBenchmarkOptions options)
    {
        UseMemoryVolume();
        Console.Out.WriteLine($"machine: {MachineDescription.Text()}");
        Console.Out.WriteLine($"binary: {new FileInfo(options.Command[0]).Length / 1e6:F1} MB");
        await MeasureAsync("injector-agent", options.Command, options);
        if (EngineShare.Bytes(options.Command[0]) is { } bytes)
        {
            Row("template engine, part of the binary", $"{bytes / 1e6:F2} MB");
        }

        foreach (var templates in (int[])[1, Templates])
        {
            var start = await EngineShare.StartAsync(options.Command, templates, options.Runs);
            Row($"template engine, {templates} parsed and rendered", $"{start.TotalMilliseconds:F2} ms of the start");
        }

        if (options.Compare.Count > 0)
        {
            await MeasureAsync(options.Compare[0], options.Compare, options);
        }

        return 0;
    }

    public static void UseMemoryVolume()
    {
        if (Directory.Exists(MemoryVolume))
        {
            Environment.SetEnvironmentVariable("TMPDIR", MemoryVolume);
        }
    }

    private static async Task MeasureAsync(string name, IReadOnlyList<string> command, AgentBenchmarkOptions options)
    {
        Console.Out.WriteLine($"{name}, median of {options.Runs} starts");
        foreach (var (transport, secrets) in ((SandboxTransport, int)[])[(SandboxTransport.Http, 1), (SandboxTransport.Http, 10), (SandboxTransport.Https, 10)])
        {
            var start = await StartMeasurement.RunAsync(command, transport, secrets, options.Runs);
            Row(
                $"exec to {secrets} published, {transport.ToString().ToUpperInvariant()}",
                $"{start.Published.TotalMilliseconds:F1} ms (fastest {start.Fastest.TotalMilliseconds:F1}), ended {start.Ended.TotalMilliseconds:F1} ms, CPU {start.Cpu.TotalMilliseconds:F1} ms, {start.Requests} requests");
        }

        var sidecar = await SidecarMeasurement.RunAsync(command, options.Rotations);
        Memory("sidecar, 10 templates, HTTPS, started", sidecar.Start);
        Memory("  after 100 rotations", sidecar.Early);
        Memory(string.Create(CultureInfo.InvariantCulture, $"  after {options.Rotations} rotations"), sidecar.End);
        if (options.IdleSeconds > 0)
        {
            var idle = await SidecarMeasurement.IdleCpuAsync(command, options.IdleSeconds);
            Row("CPU while idle, per minute", $"{idle.TotalMilliseconds:F1} ms");
        }
    }

    private static void Memory(string name, MemoryReading reading) =>
        Row(name, string.Create(CultureInfo.InvariantCulture, $"{reading.Resident / Mebibyte:F1} MiB resident, {reading.PrivateDirty / Mebibyte:F1} MiB private dirty"));

    private static void Row(string name, FormattableString value) => Row(name, value.ToString(CultureInfo.InvariantCulture));

    private static void Row(string name, string value) => Console.Out.WriteLine($"  {name,-42} {value}");
}
