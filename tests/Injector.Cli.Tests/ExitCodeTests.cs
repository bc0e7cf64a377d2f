using Injector.Contracts.Agent;

namespace Injector.Cli.Tests;

/// <summary>A pipeline must be able to tell a denied pod from a command line that was never run.</summary>
public sealed class ExitCodeTests
{
    [Theory]
    [InlineData("inject -f - --preset lax", ExitCodes.Usage)]
    [InlineData("inject", ExitCodes.Usage)]
    [InlineData("inject --nope", ExitCodes.Usage)]
    [InlineData("nope", ExitCodes.Usage)]
    [InlineData("inject --help", ExitCodes.Success)]
    [InlineData("--version", ExitCodes.Success)]
    public async Task ABadCommandLine_HasItsOwn(string line, int expected) => Assert.Equal(expected, await InjectorCommand.RunAsync(line.Split(' ')));
}
