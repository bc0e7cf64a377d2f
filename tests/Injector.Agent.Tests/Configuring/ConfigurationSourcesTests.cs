using Injector.Agent.Commands;
using Injector.Agent.Configuring;
using Injector.TestKit;

namespace Injector.Agent.Tests.Configuring;

/// <summary>agent.md C1, C5 and K2: where the configuration comes from.</summary>
public sealed class ConfigurationSourcesTests : IDisposable
{
    private const string Good = """{"auto_auth":{"method":{"type":"kubernetes"},"sink":[{"type":"file","config":{"path":"/t"}}]}}""";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void C1_Variable_IsBase64()
    {
        var (result, faults) = ConfigurationSources.Load([], Variable(Good));

        Assert.Empty(faults);
        Assert.Equal("kubernetes", result?.Configuration.AutoAuth?.Method.Type);
    }

    [Fact]
    public void EmptyPath_IsAFault() => Assert.Equal("VI0302", Assert.Single(ConfigurationSources.Load([""], Variable(Good)).Faults).Code);

    [Fact]
    public void FilesWithoutALength_AreReadToTheirEnd() =>
        Assert.Equal("VI0303", Assert.Single(ConfigurationSources.Load(["/proc/version"], Variable(Good)).Result?.Diagnostics ?? []).Code);

    [Fact]
    public void K2_FileOfAFolder_IsNamedWhenItCannotBeRead()
    {
        File.CreateSymbolicLink(_folder.PathOf("a.hcl"), _folder.PathOf("nowhere"));
        File.CreateSymbolicLink(_folder.PathOf("b.hcl"), _folder.PathOf("nowhere"));

        var (_, faults) = ConfigurationSources.Load([_folder.PathOf("")], Variable(Good));

        Assert.Equal(["a.hcl", "b.hcl"], faults.Select(fault => Path.GetFileName(fault.Subject)));
    }

    [Fact]
    public void Files_BeatTheVariable()
    {
        var (result, _) = ConfigurationSources.Load([Write("a.hcl", "pid_file = \"/p\"\nauto_auth { method \"jwt\" {}\n sink \"file\" { config = { path = \"/t\" } } }")], Variable(Good));

        Assert.Equal("jwt", result?.Configuration.AutoAuth?.Method.Type);
    }

    [Fact]
    public void K2_Folder_IsReadByNameWithoutBackupsAndSubfolders()
    {
        Write("b.json", """{"pid_file":"/from-b"}""");
        Write("a.hcl", "pid_file = \"/from-a\"\nauto_auth { method \"jwt\" {}\n sink \"file\" { config = { path = \"/t\" } } }");
        Write("c.json~", "broken");
        Write(".hidden.hcl", "broken {");
        Write("notes.txt", "broken {");
        Directory.CreateDirectory(_folder.PathOf("..data.hcl"));

        var (result, faults) = ConfigurationSources.Load([_folder.FullName], new Dictionary<string, string>());

        Assert.Empty(faults);
        Assert.Equal("/from-b", result?.Configuration.PidFile);
        Assert.False(result?.HasErrors);
    }

    [Fact]
    public void C5_NothingGiven_IsAFault() => Assert.Equal("VI0301", Assert.Single(ConfigurationSources.Load([], new Dictionary<string, string>()).Faults).Code);

    [Fact]
    public void MissingFile_IsNamed()
    {
        var path = _folder.PathOf("none.hcl");

        Assert.Equal($"The configuration '{path}' does not exist.", Assert.Single(ConfigurationSources.Load([path], Variable(Good)).Faults).Message);
    }

    [Fact]
    public void Variable_ThatIsNotBase64_IsAFault() => Assert.Equal(
        "The configuration 'VAULT_CONFIG' is not base64.",
        Assert.Single(ConfigurationSources.Load([], new Dictionary<string, string> { ["VAULT_CONFIG"] = "{}" }).Faults).Message);

    [Fact]
    public void WaitLimit_ComesFromTheDocument()
    {
        Assert.Equal(TimeSpan.FromMinutes(1), WaitLimit.Of(new Dictionary<string, string>()));
        Assert.Equal(TimeSpan.FromSeconds(90), WaitLimit.Of(Variable("""{"injector":{"init_deadline":"90s"}}""")));
    }

    public void Dispose() => _folder.Dispose();

    private static Dictionary<string, string> Variable(string json) => new() { ["VAULT_CONFIG"] = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(json)) };

    private string Write(string name, string content)
    {
        var path = _folder.PathOf(name);
        File.WriteAllText(path, content);
        return path;
    }
}
