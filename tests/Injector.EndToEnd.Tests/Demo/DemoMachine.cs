namespace Injector.EndToEnd.Tests.Demo;

/// <summary>Pods of the sandbox share this machine's network: only one demo's app can listen on the port of the example.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class DemoMachine
{
    public const string Name = "demo";
}
