using Injector.Benchmarks.Agent;
using Injector.Benchmarks.Fuzzing;
using Injector.Benchmarks.Injection;
using Injector.Benchmarks.Templates;
using Injector.Benchmarks.Webhook;

return args switch
{
    ["agent", .. var rest] => await AgentBenchmark.RunAsync(AgentBenchmarkOptions.Parse(rest)),
    ["agent-server", .. var rest] when rest.Length == 2 => await ProfilingServer.RunAsync(rest),
    ["agent-order", .. var rest] when rest.Length == 2 => await StartOrder.WriteAsync(rest[0], rest[1]),
    ["webhook", .. var rest] => await WebhookBenchmark.RunAsync(WebhookBenchmarkOptions.Parse(rest)),
    ["webhook-soak", .. var rest] => await WebhookSoak.RunAsync(WebhookBenchmarkOptions.Parse(rest)),
    ["injection", .. var rest] => InjectionBenchmarkRun.Run(rest),
    ["fuzz-templates", .. var rest] => FuzzCommand.Run(FuzzSubject.Templates, rest),
    ["fuzz-reviews", .. var rest] => FuzzCommand.Run(FuzzSubject.Reviews, rest),
    ["templates", .. var rest] => TemplateBenchmarkRun.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Injector.Benchmarks agent --binary FILE [--compare 'COMMAND'] [--runs N]");
    Console.Error.WriteLine("       Injector.Benchmarks agent-server SECRETS http|https");
    Console.Error.WriteLine("       Injector.Benchmarks agent-order BINARY FILE");
    Console.Error.WriteLine("       Injector.Benchmarks webhook --binary FILE [--compare URL [--compare-pid N]] [--seconds N] [--starts N]");
    Console.Error.WriteLine("       Injector.Benchmarks webhook-soak --binary FILE [--admissions N]");
    Console.Error.WriteLine("       Injector.Benchmarks injection [BENCHMARKDOTNET OPTIONS]");
    Console.Error.WriteLine("       Injector.Benchmarks templates [BENCHMARKDOTNET OPTIONS]");
    Console.Error.WriteLine("       Injector.Benchmarks fuzz-templates|fuzz-reviews seed|afl|mutate|keep …");
    return 64;
}
