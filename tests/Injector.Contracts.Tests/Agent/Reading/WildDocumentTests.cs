using static Injector.Contracts.Tests.Agent.Reading.Documents;

namespace Injector.Contracts.Tests.Agent.Reading;

/// <summary>Configurations as people write them: zeros that mean "no", booleans in capitals, marks of editors, escapes, several files.</summary>
public sealed class WildDocumentTests
{
    private const string Hcl = """auto_auth { method "kubernetes" { config = { role = "app" } } sink "file" { config = { path = "/t" } } } """;

    [Fact]
    public void CapitalsInNames_MakeNoDifference()
    {
        var configuration = ReadGood(
            """Vault { Address = "https://one" } TEMPLATE { Destination = "/a" contents = "a" }""",
            """vault { address = "https://two" } Template { destination = "/b" Contents = "b" } Pid_File = "/p" """ + Hcl.Replace("auto_auth", "Auto_Auth", StringComparison.Ordinal)).Configuration;

        Assert.Equal(("https://two", "/p", "app"), (configuration.Vault.Address, configuration.PidFile, configuration.AutoAuth?.Method.Config["role"]));
        Assert.Equal(["/a", "/b"], configuration.Templates.Select(template => template.Destination));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("\"0\"")]
    [InlineData("\"0s\"")]
    public void ZeroTtlsAndBackoffs_AreNone(string zero)
    {
        var login = ReadGood($$"""
            auto_auth {
              method "kubernetes" {
                wrap_ttl = {{zero}}
                min_backoff = {{zero}}
                max_backoff = {{zero}}
                config = { role = "app" }
              }
              sink "file" {
                wrap_ttl = {{zero}}
                config = { path = "/a" }
              }
              sink "file" { config = { path = "/b" } }
            }
            """).Configuration.AutoAuth;

        Assert.Equal((null, null, null), (login?.Method.WrapTtl, login?.Method.MinBackoff, login?.Method.MaxBackoff));
        Assert.Null(login?.Sinks[0].WrapTtl);
    }

    [Theory]
    [InlineData("\"True\"", true)]
    [InlineData("\"TRUE\"", true)]
    [InlineData("\"t\"", true)]
    [InlineData("\"F\"", false)]
    public void K5_FlagsAsTexts_HaveTheFormsOfGo(string value, bool expected) =>
        Assert.Equal(expected, ReadGood($"{Hcl} exit_after_auth = {value}").Configuration.ExitAfterAuth);

    [Theory]
    [InlineData("true", "true")]
    [InlineData("\"True\"", "true")]
    [InlineData("1", "true")]
    [InlineData("0", "false")]
    [InlineData("\"force\"", "force")]
    public void TokenUse_IsAFlagOrForce(string value, string expected) =>
        Assert.Equal(expected, ReadGood($$"""{{Hcl}} listener "tcp" { tls_disable = true } cache { use_auto_auth_token = {{value}} }""").Configuration.Cache?.UseAutoAuthToken);

    [Theory]
    [InlineData("""cache { use_auto_auth_token = "yes" } listener "tcp" {}""", "VI0307")]
    [InlineData("""api_proxy { use_auto_auth_token = "forced" } listener "tcp" {}""", "VI0307")]
    [InlineData("""listener "tcp" { role = "metrics-only" }""", "VI0313")]
    [InlineData("""pid_file = "/run/\u0000" """, "VI0307")]
    [InlineData("""template { contents = "" destination = "/a" wait { min = "10s" max = "5s" } }""", "VI0307")]
    [InlineData("""template { contents = "" destination = "/a" wait = "10s:5s" }""", "VI0307")]
    [InlineData("""template { contents = "" destination = "/s/a" } template { contents = "" destination = "/s//a" }""", "VI0312")]
    [InlineData("""template { contents = "" destination = "/s/a" } template { contents = "" destination = "/s/./a" }""", "VI0312")]
    public void ValuesThatCannotBeMeant_AreFaults(string text, string code) => Assert.Equal([code], Read(Hcl + text).Diagnostics.Select(diagnostic => diagnostic.Code));

    [Theory]
    [InlineData("role = 5")]
    [InlineData("role = true")]
    [InlineData("role = \"app\" token_path = 1")]
    public void TextsOfALogin_AreTexts(string config) =>
        Assert.Equal(["VI0307"], Read($$"""auto_auth { method "kubernetes" { config = { {{config}} } } sink "file" { config = { path = "/t" } } }""").Diagnostics.Select(diagnostic => diagnostic.Code));

    [Fact]
    public void FlagsAndDurationsOfALogin_MayBeWhatTheyAre() =>
        Assert.Equal("false", ReadGood("""auto_auth { method "jwt" { config = { path = "/j" role = "r" remove_jwt_after_reading = false jwt_read_period = 5 } } sink "file" { config = { path = "/t" } } }""")
            .Configuration.AutoAuth?.Method.Config["remove_jwt_after_reading"]);

    [Fact]
    public void NameOfAVariable_HasNoEqualsSign() =>
        Assert.Equal(["VI0307"], Read("""auto_auth { method "kubernetes" { config = { role = "app" } } } exec { command = ["x"] } env_template "A=B" { contents = "" }""").Diagnostics.Select(diagnostic => diagnostic.Code));

    [Fact]
    public void MarkOfAnEditor_IsOverlooked()
    {
        ReadGood('\uFEFF' + Hcl);
        ReadGood($$"""{{'\uFEFF'}}{ {{Login}} }""");
        Assert.Equal(["VI0303 c0:1:3"], Faults("\uFEFF{ x"));
    }

    [Theory]
    [InlineData("template_config { static_secret_render_interval = 5m }", "needs quotes")]
    [InlineData("auto_auth {\n  method \"x\" {\n    config = {}\n", "no closing '}'")]
    public void CommonSlips_AreNamed(string text, string words) => Assert.Contains(words, Assert.Single(Read(text).Diagnostics).Message, StringComparison.Ordinal);

    [Fact]
    public void FaultsBetweenSections_StandWhereTheSectionIs()
    {
        Assert.Equal(["VI0311 c0:2:1"], Faults(Hcl + "\napi_proxy {}"));
        Assert.Equal(["VI0313 c1:2:2"], Faults(Hcl, "\n log_level = \"loud\""));
        Assert.Equal(["VI0305 c1:1:2"], Faults(Hcl, " unknown = 1"));
    }

    [Fact]
    public void SlashesWithoutMeaning_AreLeftOutOfDestinations()
    {
        var templates = ReadGood(Hcl + """template { contents = "" destination = "/s//a/./b" } template { contents = "" destination = "/s/.//c/" } template { contents = "" destination = "./d" }""").Configuration.Templates;

        Assert.Equal(["/s/a/b", "/s/c/", "./d"], templates.Select(template => template.Destination));
    }
}
