using Injector.Contracts.Diagnostics;
using static Injector.Contracts.Tests.Agent.Reading.Documents;

namespace Injector.Contracts.Tests.Agent.Reading;

/// <summary>agent.md §2: K1 to K9 and the list of fatal faults.</summary>
public sealed class ConfigurationReaderTests
{
    [Fact]
    public void K1_JsonAndHcl_GiveTheSame()
    {
        const string Hcl = """
            # comment
            auto_auth {
              method "kubernetes" {
                mount_path = "auth/k8s"
                config = {
                  role = "app"
                }
              }
              sink "file" { config = { path = "/t" mode = 0600 } }
            }
            template {
              destination = "/a"
              contents = <<-EOT
                {{ with secret "kv/a" }}
                  x
                {{ end }}
                EOT
              perms = 0644
            }
            exit_after_auth = true
            disable_idle_connections = ["auto-auth", "templating",]
            """;
        const string Json = """
            {"auto_auth":{"method":[{"kubernetes":{"mount_path":"auth/k8s","config":[{"role":"app"}]}}],"sink":[{"file":{"config":{"path":"/t","mode":384}}}]},
             "template":[{"destination":"/a","contents":"{{ with secret \"kv/a\" }}\n  x\n{{ end }}\n","perms":"0644"}],
             "exit_after_auth":"true","disable_idle_connections":["auto-auth","templating"]}
            """;

        Assert.Equivalent(ReadGood(Json).Configuration, ReadGood(Hcl).Configuration, strict: true);
    }

    [Theory]
    [InlineData("{ \"pid_file\": \"/p\", ")]
    [InlineData("\n{ \"pid_file\": \"/p\", ")]
    public void K1_AByteOrderMarkIsNoText(string start) => Assert.Equal("/p", ReadGood($"\uFEFF{start}{Login}}}").Configuration.PidFile);

    [Fact]
    public void K1_JsonMayEndItsListsWithAComma() => Assert.Equal(
        ["templating"], ReadGood($$"""{ {{Login}}, "disable_keep_alives": ["templating",], }""").Configuration.DisableKeepAlives);

    [Fact]
    public void K1_AByteOrderMarkIsNoText_InHclNeither() =>
        Assert.Equal("/p", ReadGood("\uFEFFpid_file = \"/p\"", $"{{{Login}}}").Configuration.PidFile);

    [Fact]
    public void K3_LaterFile_ReplacesSectionsAndAppendsTemplates()
    {
        var first = $$"""{ {{Login}}, "vault":{"address":"https://one","namespace":"n"}, "template":[{"destination":"/a","contents":"a"}], "exit_after_auth": true }""";
        const string Second = """{"vault":{"address":"https://two"}, "template":[{"destination":"/b","contents":"b"}], "exit_after_auth": false, "pid_file": "/p"}""";

        var configuration = ReadGood(first, Second).Configuration;

        Assert.Equal(("https://two", null), (configuration.Vault.Address, configuration.Vault.Namespace));
        Assert.Equal(["/a", "/b"], configuration.Templates.Select(template => template.Destination));
        Assert.True(configuration.ExitAfterAuth);
        Assert.Equal("/p", configuration.PidFile);
        Assert.NotNull(configuration.AutoAuth);
    }

    [Theory]
    [InlineData("\"30s\"", "30s")]
    [InlineData("\"1h30m\"", "1h30m")]
    [InlineData("\"7d\"", "7d")]
    [InlineData("\"45\"", "45")]
    [InlineData("45", "45")]
    public void K5_DurationsAreTextsOrSeconds(string value, string expected) =>
        Assert.Equal(expected, ReadGood($$"""{ {{Login}}, "template_config": {"static_secret_render_interval": {{value}} } }""").Configuration.TemplateSettings.StaticSecretRenderInterval);

    [Theory]
    [InlineData("true", true)]
    [InlineData("\"true\"", true)]
    [InlineData("1", true)]
    [InlineData("\"1\"", true)]
    [InlineData("false", false)]
    [InlineData("\"false\"", false)]
    [InlineData("0", false)]
    public void K5_Flags(string value, bool expected) => Assert.Equal(expected, ReadGood($$"""{ {{Login}}, "exit_after_auth": {{value}} }""").Configuration.ExitAfterAuth);

    [Theory]
    [InlineData("""{"method":{"type":"Kubernetes"},"sink":[]}""")]
    [InlineData("""{"method":[{"type":"kubernetes"}],"sink":[]}""")]
    [InlineData("""{"method":[{"Kubernetes":{}}],"sink":[]}""")]
    [InlineData("""{"method":{"kubernetes":[{}]},"sink":[]}""")]
    public void K6_TypeIsALabelOrAKey(string autoAuth)
    {
        var configuration = ReadGood($$"""{"auto_auth": {{autoAuth}}, "template":[{"destination":"/a","contents":""}]}""").Configuration;

        Assert.Equal("kubernetes", configuration.AutoAuth?.Method.Type);
    }

    [Fact]
    public void K7_UnknownKeys_AreErrorsInTemplatesAndWarningsElsewhere()
    {
        var result = Read($$"""
            { {{Login}},
              "template": [{"destination":"/a","contents":"","destinaton":"x"}],
              "vault": {"adress": "x"}, "colour": 1 }
            """);

        Assert.Equal(
            [("VI0305", "c0:3:13"), ("VI0304", "c0:2:50"), ("VI0305", "c0:3:29")],
            result.Diagnostics.Select(diagnostic => (diagnostic.Code, diagnostic.Subject)));
    }

    [Fact]
    public void K8_TextStaysOneCommand_ListStaysAList()
    {
        var templates = ReadGood($$"""
            { {{Login}}, "template": [
              {"destination":"/a","contents":"","command":"echo a,b"},
              {"destination":"/b","contents":"","command":["echo","a,b"]},
              {"destination":"/c","contents":"","exec":{"command":"reload now","timeout":"5s","env":{"pristine":true,"custom":["A=b"]} } }] }
            """).Configuration.Templates;

        Assert.Equal("echo a,b", templates[0].Command);
        Assert.Equal(["echo", "a,b"], templates[1].Exec?.Command);
        Assert.True(templates[1].Exec?.IsList);
        Assert.Equal(["reload now"], templates[2].Exec?.Command);
        Assert.Equal((false, "5s"), (templates[2].Exec?.IsList, templates[2].Exec?.Timeout));
        Assert.True(templates[2].Exec?.Environment.Pristine);
    }

    [Theory]
    [InlineData("\"0644\"", "0644")]
    [InlineData("\"644\"", "0644")]
    [InlineData("420", "0644")]
    [InlineData("\"07777\"", "07777")]
    public void K9_PermsAreOctalTextOrANumber(string value, string expected) =>
        Assert.Equal(expected, ReadGood($$"""{ {{Login}}, "template": [{"destination":"/a","contents":"","perms":{{value}} }] }""").Configuration.Templates[0].Perms);

    [Theory]
    [InlineData("\"0888\"")]
    [InlineData("\"10000\"")]
    [InlineData("\"rw\"")]
    [InlineData("true")]
    public void K9_OtherPerms_AreRefused(string value) =>
        Assert.Equal("VI0307", Assert.Single(Read($$"""{ {{Login}}, "template": [{"destination":"/a","contents":"","perms":{{value}} }] }""").Diagnostics).Code);

    [Fact]
    public void AllFaults_AreReportedAtOnceWithTheirLines()
    {
        var faults = Faults("""
            {
              "auto_auth": {"method": {"config": {"role": ["x"]}, "min_backoff": "soon"}, "sink": [{"type": "tape", "config": {}}]},
              "template": [{"contents": "a", "source": "b"}],
              "log_level": "loud"
            }
            """);

        Assert.Equal(
            ["VI0308 c0:2", "VI0307 c0:2", "VI0307 c0:2", "VI0313 c0:2", "VI0308 c0:2", "VI0310 c0:3", "VI0308 c0:3", "VI0313 c0:4"],
            faults.Select(fault => fault[..fault.LastIndexOf(':')]));
    }

    [Theory]
    [InlineData("""{"exit_after_auth": tru}""", "VI0303 c0:1:24")]
    [InlineData("{\n  \"a\": 1\n  \"b\": 2\n}", "VI0303 c0:3:3")]
    [InlineData("auto_auth {\n  method \"x\" {\n", "VI0303 c0:2:14")]
    [InlineData("a = ", "VI0303 c0:1:5")]
    [InlineData("a = \"b", "VI0303 c0:1:5")]
    [InlineData("a = <<EOF\nno end\n", "VI0303 c0:1:5")]
    [InlineData("a = [1 2]", "VI0303 c0:1:8")]
    [InlineData("a = \"\\q\"", "VI0303 c0:1:6")]
    [InlineData("/* no end", "VI0303 c0:1:1")]
    [InlineData("§", "VI0303 c0:1:1")]
    public void BrokenText_IsReportedWithLineAndColumn(string text, string expected) => Assert.Equal([expected], Faults(text));

    [Fact]
    public void UnknownKeysOfOurSection_AreAWarning()
    {
        var result = Read("""{"auto_auth":{"method":{"type":"a"}},"template":[{"destination":"/a","contents":""}],"injector":{"newer":"1s","volumes":[{"path":"/v","newest":1}]}}""");

        Assert.False(result.HasErrors);
        Assert.Equal(["VI0305", "VI0305"], result.Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Equal("/v", Assert.Single(result.Configuration.Injector?.Volumes ?? []).Path);
    }

    [Fact]
    public void DeepNesting_IsRefused()
    {
        Assert.Equal("VI0303", Assert.Single(Read("a = " + new string('[', 100) + new string(']', 100)).Diagnostics).Code);
        Assert.Equal("VI0303", Assert.Single(Read("{\"a\":" + new string('[', 100) + new string(']', 100) + "}").Diagnostics).Code);
        Assert.Equal("VI0303", Assert.Single(Read(string.Concat(Enumerable.Repeat("a {", 100)) + new string('}', 100)).Diagnostics).Code);
    }

    [Theory]
    [InlineData("""{"auto_auth":{"sink":[{"type":"file","config":{"path":"/t"}}]}}""", "VI0308")]
    [InlineData("""{"auto_auth":{"method":{"type":"kubernetes"}}}""", "VI0311")]
    [InlineData("""{"auto_auth":[{"method":{"type":"a"},"sink":[{"type":"file","config":{"path":"/t"}}]},{"method":{"type":"a"}}]}""", "VI0309")]
    [InlineData("""{}""", "VI0308")]
    [InlineData("""{"cache":{}}""", "VI0311")]
    [InlineData("""{"api_proxy":{},"cache":{}}""", "VI0311", "VI0311")]
    [InlineData("""{"listener":[{"tcp":{"address":"127.0.0.1:1"}}],"cache":{"use_auto_auth_token":true}}""", "VI0311")]
    [InlineData("""{"template":[{"destination":"/a","contents":""}],"cache":{}}""", "VI0311")]
    [InlineData("""{"auto_auth":{"method":{"type":"a","wrap_ttl":"5m"}},"template":[{"destination":"/a","contents":""}]}""", "VI0311")]
    [InlineData("""{"auto_auth":{"method":{"type":"a","wrap_ttl":"5m"},"sink":[{"type":"file","wrap_ttl":"5m","config":{"path":"/t"}}]}}""", "VI0310")]
    [InlineData("""{"auto_auth":{"method":{"type":"a","wrap_ttl":"5m"},"sink":[{"type":"file","config":{"path":"/t"}}]},"listener":[{"tcp":{}}],"cache":{"use_auto_auth_token":"force"}}""", "VI0310")]
    [InlineData("""{"auto_auth":{"method":{"type":"a"},"sink":[{"type":"file","dh_type":"p256","dh_path":"/d","config":{"path":"/t"}}]}}""", "VI0313")]
    [InlineData("""{"auto_auth":{"method":{"type":"a"},"sink":[{"type":"file","dh_type":"curve25519","config":{"path":"/t"}}]}}""", "VI0311")]
    [InlineData("""{"auto_auth":{"method":{"type":"a"},"sink":[{"type":"file","dh_path":"/d","config":{"path":"/t"}}]}}""", "VI0311")]
    [InlineData("""{"auto_auth":{"method":{"type":"a"},"sink":[{"type":"file","aad":"x","config":{"path":"/t"}}]}}""", "VI0311")]
    [InlineData("""{"auto_auth":{"method":{"type":"a"}},"env_template":[{"A":{"contents":"x"}}]}""", "VI0311")]
    [InlineData("""{"auto_auth":{"method":{"type":"a"},"sink":[{"type":"file","config":{"path":"/t"}}]},"exec":{"command":["x"]}}""", "VI0311")]
    [InlineData("""{"auto_auth":{"method":{"type":"a"}},"env_template":[{"A":{"contents":"x"}},{"A":{"contents":"y"}}],"exec":{"command":["x"]}}""", "VI0312")]
    [InlineData("""{"auto_auth":{"method":{"type":"a"}},"env_template":[{"A":{"contents":"x","perms":"0600"}}],"exec":{"command":["x"]}}""", "VI0304")]
    [InlineData("""{"auto_auth":{"method":{"type":"a"}},"env_template":[{"A":{"contents":"x"}}],"exec":{"command":["x"]},"template":[{"destination":"/a","contents":""}]}""", "VI0310")]
    [InlineData("""{"auto_auth":{"method":{"type":"a","min_backoff":"5m","max_backoff":"5m"},"sink":[{"type":"file","config":{"path":"/t"}}]}}""", "VI0314")]
    [InlineData("""{"auto_auth":{"method":{"type":"a"}},"template":[{"destination":"/a","contents":""},{"destination":"/a","contents":""}]}""", "VI0312")]
    [InlineData("""{"auto_auth":{"method":{"type":"a"}},"template":[{"destination":"/a"}]}""", "VI0308")]
    [InlineData("""{"auto_auth":{"method":{"type":"a"}},"template":[{"destination":"/a","contents":"","command":"x","exec":{"command":"y"}}]}""", "VI0310")]
    [InlineData("""{"auto_auth":{"method":{"type":"a"}},"template":[{"destination":"/a","contents":""}],"disable_keep_alives":["everything"]}""", "VI0313")]
    [InlineData("""{"auto_auth":{"method":{"type":"a"}},"template":[{"destination":"/a","contents":""}],"template_config":{"lease_renewal_threshold":2}}""", "VI0313")]
    [InlineData("""{"auto_auth":{"method":{"type":"a"}},"template":[{"destination":"/a","contents":""}],"injector":{"publishing":"tape"}}""", "VI0313")]
    public void FatalFaults_HaveTheirCodes(string text, params string[] codes)
    {
        var errors = Read(text).Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

        Assert.Equal(codes, errors.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void KeysWithoutMeaningHere_AreWarnedAbout()
    {
        var diagnostics = Read($$"""{ {{Login}}, "listener":[{"tcp":{"address":"127.0.0.1:8200","socket_mode":"0600"} }], "cache":{"when_inconsistent":"retry"} }""").Diagnostics;

        Assert.All(diagnostics, diagnostic => Assert.Equal(("VI0306", DiagnosticSeverity.Warning), (diagnostic.Code, diagnostic.Severity)));
        Assert.Equal(2, diagnostics.Count);
    }

    [Fact]
    public void Wait_HasAShortForm()
    {
        var templates = ReadGood($$"""
            { {{Login}}, "template": [{"destination":"/a","contents":"","wait":"2s:10s"}, {"destination":"/b","contents":"","wait":{"min":"3s"} }] }
            """).Configuration.Templates;

        Assert.Equal(("2s", "10s"), (templates[0].Wait?.Min, templates[0].Wait?.Max));
        Assert.Equal(("3s", null), (templates[1].Wait?.Min, templates[1].Wait?.Max));
    }
}
