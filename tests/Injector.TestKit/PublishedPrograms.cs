namespace Injector.TestKit;

/// <summary>Where the make targets put what they build.</summary>
public static class PublishedPrograms
{
    /// <summary>The agent, Native AOT; <c>INJECTOR_TEST_AGENT</c> names another.</summary>
    public static string Agent => FromEnvironment("INJECTOR_TEST_AGENT") ?? Repository.PathOf("artifacts", "agent", "injector-agent");

    /// <summary>The webhook, Native AOT; <c>INJECTOR_TEST_WEBHOOK</c> names another.</summary>
    public static string Webhook => FromEnvironment("INJECTOR_TEST_WEBHOOK") ?? Repository.PathOf("artifacts", "webhook", "injector-webhook");

    /// <summary>The command line, for <c>dotnet</c>; of the same build configuration as the running tests.</summary>
    public static string CommandLine => Repository.PathOf("artifacts", "bin", "Injector.Cli", Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/')), "injector.dll");

    private static string? FromEnvironment(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
