using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

namespace Injector.Benchmarks.Injection;

/// <summary>Runs <see cref="InjectionBenchmark"/> in this process: building a project per benchmark would take minutes.</summary>
internal static class InjectionBenchmarkRun
{
    public static int Run(string[] arguments)
    {
        var configuration = ManualConfig.Create(DefaultConfig.Instance)
            .AddJob(Job.Default.WithToolchain(InProcessNoEmitToolchain.Instance));
        BenchmarkRunner.Run<InjectionBenchmark>(configuration, arguments);
        return 0;
    }
}
