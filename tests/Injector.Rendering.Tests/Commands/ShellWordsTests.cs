using Injector.Rendering.Commands;

namespace Injector.Rendering.Tests.Commands;

public sealed class ShellWordsTests
{
    [Theory]
    [InlineData("/bin/reload", "/bin/reload")]
    [InlineData("kill -HUP 1", "kill|-HUP|1")]
    [InlineData("  nginx   -s\treload ", "nginx|-s|reload")]
    [InlineData("notify 'two words' \"three more words\" a'b'c", "notify|two words|three more words|abc")]
    [InlineData("tool --mode=fast ''", "tool|--mode=fast|")]
    [InlineData("echo a,b", "echo|a,b")]
    public void TakesPlainCommandsApart(string text, string words) => Assert.Equal(words.Split('|'), ShellWords.Split(text));

    [Theory]
    [InlineData("kill -HUP $(pidof app)")]
    [InlineData("kill -HUP `pidof app`")]
    [InlineData("a && b")]
    [InlineData("a | b")]
    [InlineData("a; b")]
    [InlineData("a > /tmp/b")]
    [InlineData("rm *.tmp")]
    [InlineData("echo \"$HOME\"")]
    [InlineData("echo 'open")]
    [InlineData("A=b tool")]
    [InlineData("cd /tmp")]
    [InlineData("source x")]
    [InlineData("a\nb")]
    [InlineData("ls ~")]
    [InlineData("a\\ b")]
    [InlineData("")]
    public void LeavesShellSyntaxToAShell(string text) => Assert.Null(ShellWords.Split(text));

    [Fact]
    public void X3_OneWordRunsDirectly() =>
        Assert.Equal(["/bin/reload"], Assert.IsType<CommandLine.Direct>(CommandLine.Of("/bin/reload", "/bin/sh")).Words);

    [Fact]
    public void X3_MoreWordsRunInTheShell() =>
        Assert.Equal(["/bin/sh", "-c", "kill -HUP $(pidof app)"], Assert.IsType<CommandLine.Direct>(CommandLine.Of("kill -HUP $(pidof app)", "/bin/sh")).Words);

    [Fact]
    public void WithoutAShell_PlainWordsRunDirectly() =>
        Assert.Equal(["kill", "-HUP", "1"], Assert.IsType<CommandLine.Direct>(CommandLine.Of("kill -HUP 1", null)).Words);

    [Fact]
    public void WithoutAShell_ShellSyntaxIsAClearFault() => Assert.IsType<CommandLine.NeedsShell>(CommandLine.Of("a && b", null));
}
