using Injector.Rendering.Processes;
using Injector.Rendering.Storage;

namespace Injector.Rendering.Tests.Processes;

/// <summary>What cannot be started says why, and nothing is started in part.</summary>
public sealed class LinuxProcessStarterTests
{
    [Theory]
    [InlineData("before\0after", "an argument or a variable holds a zero byte")]
    [InlineData(null, "an argument, a variable or all of them are larger than the kernel allows")]
    public void Variables_ThatTheKernelDoesNotTake(string? value, string reason)
    {
        using var starter = new LinuxProcessStarter();
        var request = new ProcessRequest(["/bin/true"], new Dictionary<string, string> { ["SECRET"] = value ?? new string('x', 200_000) });

        var fault = Assert.Throws<FileOperationException>(() => starter.Start(request));

        Assert.Equal(reason, fault.Reason);
        Assert.DoesNotContain("before", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Arguments_WithAZero_AreRefused()
    {
        using var starter = new LinuxProcessStarter();

        Assert.Throws<FileOperationException>(() => starter.Start(new ProcessRequest(["/bin/echo", "a\0b"], new Dictionary<string, string>())));
    }
}
