using Injector.Agent.CommandLine;
using Injector.Agent.Logging;
using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Diagnostics;

namespace Injector.Agent.Tests.Logging;

/// <summary>Wrong words are reported together, each with the place it came from.</summary>
public sealed class LogFactoryTests
{
    [Fact]
    public void WrongWords_NameFlagAndVariable()
    {
        var faults = FaultsOf(["agent", "-log-level=loud", "-log-file=/nonexistent/log"], ("VAULT_LOG_FORMAT", "xml"));

        Assert.Equal(["VI0313 -log-level", "VI0313 VAULT_LOG_FORMAT", "VI0322 /nonexistent/log"], faults);
    }

    [Fact]
    public void WrongWordOfTheDocument_IsLeftToItsReader() => Assert.Empty(FaultsOf(["agent"], ("VAULT_LOG_LEVEL", "")));

    private static IEnumerable<string> FaultsOf(string[] arguments, params (string Name, string Value)[] variables)
    {
        var faults = new List<Diagnostic>();
        LogFactory.Create(
            CommandLineParser.Parse(arguments),
            new AgentConfiguration { LogLevel = "loud" },
            variables.ToDictionary(variable => variable.Name, variable => variable.Value),
            faults);
        return faults.Select(fault => $"{fault.Code} {fault.Subject}");
    }
}
