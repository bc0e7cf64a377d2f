using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.NoEmit;

namespace Injector.Benchmarks.Templates;

/// <summary>Runs <see cref="TemplateBenchmark"/> in this process: building a project per benchmark would take minutes.</summary>
internal static class TemplateBenchmarkRun
{
    public static int Run(string[] arguments)
    {
        var configuration = ManualConfig.Create(DefaultConfig.Instance)
            .AddJob(Job.Default.WithToolchain(InProcessNoEmitToolchain.Instance));
        BenchmarkRunner.Run<TemplateBenchmark>(configuration, arguments);
        return 0;
    }
}
