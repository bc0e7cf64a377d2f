using Injector.Benchmarks.Agent;
using Injector.Benchmarks.Webhook;

return args switch
{
    ["agent", .. var rest] => await AgentBenchmark.RunAsync(AgentBenchmarkOptions.Parse(rest)),
    ["webhook", .. var rest] => await WebhookBenchmark.RunAsync(WebhookBenchmarkOptions.Parse(rest)),
    ["webhook-soak", .. var rest] => await WebhookSoak.RunAsync(WebhookBenchmarkOptions.Parse(rest)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Injector.Benchmarks agent --binary FILE [--compare 'COMMAND'] [--runs N]");
    Console.Error.WriteLine("       Injector.Benchmarks webhook --binary FILE [--compare URL [--compare-pid N]] [--seconds N] [--starts N]");
    Console.Error.WriteLine("       Injector.Benchmarks webhook-soak --binary FILE [--admissions N]");
    return 64;
}
