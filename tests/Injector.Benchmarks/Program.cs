using Injector.Benchmarks.Agent;

return args switch
{
    ["agent", .. var rest] => await AgentBenchmark.RunAsync(AgentBenchmarkOptions.Parse(rest)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Injector.Benchmarks agent --binary FILE [--compare 'COMMAND'] [--runs N]");
    return 64;
}
