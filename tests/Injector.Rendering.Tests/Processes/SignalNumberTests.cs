using Injector.Rendering.Processes;

namespace Injector.Rendering.Tests.Processes;

public sealed class SignalNumberTests
{
    [Theory]
    [InlineData("SIGTERM", 15)]
    [InlineData("term", 15)]
    [InlineData("SIGHUP", 1)]
    [InlineData("sigusr1", 10)]
    [InlineData("SIGUSR2", 12)]
    [InlineData("KILL", 9)]
    [InlineData("INT", 2)]
    [InlineData("QUIT", 3)]
    [InlineData("SIGNONSENSE", null)]
    [InlineData("", null)]
    public void NamesHaveNumbers(string name, int? number) => Assert.Equal(number, SignalNumber.Find(name));
}
