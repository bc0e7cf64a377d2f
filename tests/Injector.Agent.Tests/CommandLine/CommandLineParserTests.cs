using Injector.Agent.CommandLine;

namespace Injector.Agent.Tests.CommandLine;

/// <summary>agent.md C2 and C4.</summary>
public sealed class CommandLineParserTests
{
    [Theory]
    [InlineData("agent -config=/a -config=/b")]
    [InlineData("agent --config=/a --config /b")]
    [InlineData("agent -config /a -config=/b")]
    public void C4_FlagsHaveOneOrTwoDashesAndEqualsOrBlank(string line) => Assert.Equal(["/a", "/b"], Parse(line).Configurations);

    [Fact]
    public void C4_AllFlags()
    {
        var line = Parse(
            "agent -config=/c -exit-after-auth -log-level=debug -log-format=json -log-file=/l -log-rotate-bytes=1 -log-rotate-duration=1h -log-rotate-max-files=2 -combine-logs "
            + "-address=https://v -ca-cert=/ca -ca-path=/cap -client-cert=/cc -client-key=/ck -tls-server-name=n -tls-skip-verify -namespace=ns");

        Assert.True(line.ExitAfterAuth && line.CombineLogs && line.Connection.TlsSkipVerify);
        Assert.Equal(("debug", "json", "/l"), (line.LogLevel, line.LogFormat, line.LogFile));
        Assert.Equal(("https://v", "/ca", "/cap"), (line.Connection.Address, line.Connection.CaCert, line.Connection.CaPath));
        Assert.Equal(("/cc", "/ck", "n", "ns"), (line.Connection.ClientCert, line.Connection.ClientKey, line.Connection.TlsServerName, line.Connection.Namespace));
    }

    [Theory]
    [InlineData("agent -tls-skip-verify=false", false)]
    [InlineData("agent -tls-skip-verify=true", true)]
    [InlineData("agent -tls-skip-verify=1", true)]
    public void Switches_MayHaveAValue(string line, bool expected) => Assert.Equal(expected, Parse(line).Connection.TlsSkipVerify);

    [Theory]
    [InlineData("agent", "Agent")]
    [InlineData("wait -timeout=5s", "Wait")]
    [InlineData("agent wait", "Wait")]
    [InlineData("agent status -o json", "Status")]
    [InlineData("token revoke -self -format=table", "TokenRevokeSelf")]
    [InlineData("health", "Health")]
    [InlineData("version", "Version")]
    [InlineData("--version", "Version")]
    [InlineData("-v", "Version")]
    [InlineData("--help", "Help")]
    [InlineData("", "Help")]
    [InlineData("token revoke -address=https://v -ca-cert=/c -self", "TokenRevokeSelf")]
    public void C2_Commands(string line, string expected) => Assert.Equal(expected, Parse(line).Command.ToString());

    [Theory]
    [InlineData("agent -colour=red", "VI0316 The command line is wrong: '-colour' is not known. See 'injector-agent --help'.")]
    [InlineData("agent -config", "VI0316 The command line is wrong: -config needs a value. See 'injector-agent --help'.")]
    [InlineData("fly", "VI0316 The command line is wrong: 'fly' is not a command. See 'injector-agent --help'.")]
    [InlineData("status -o xml", "VI0316 The command line is wrong: 'xml' is no form of output: use json or text. See 'injector-agent --help'.")]
    [InlineData("token revoke", "VI0316 The command line is wrong: 'token revoke' revokes the agent's own token only: add -self. See 'injector-agent --help'.")]
    [InlineData("agent -exit-after-auth=maybe", "VI0316 The command line is wrong: -exit-after-auth is 'maybe', which is neither true nor false. See 'injector-agent --help'.")]
    public void Faults_SayWhatIsWrong(string line, string expected) => Assert.Equal(
        expected, Assert.Single(CommandLineParser.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Faults).ToString());

    private static AgentCommandLine Parse(string line)
    {
        var parsed = CommandLineParser.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty(parsed.Faults);
        return parsed;
    }
}
