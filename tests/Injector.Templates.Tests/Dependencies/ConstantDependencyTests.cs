namespace Injector.Templates.Tests.Dependencies;

/// <summary>What a template asks for, as far as it can be told from its text: admission shows it.</summary>
public sealed class ConstantDependencyTests
{
    [Theory]
    [InlineData("{{secret \" /a/b/ \"}}", "vault.read(a/b)")]
    [InlineData("{{with secret \"a?version=2\"}}{{.Data}}{{end}}", "vault.read(a.v2)")]
    [InlineData("{{(secret \"a\").Data.x}}", "vault.read(a)")]
    [InlineData("{{range secrets \"kv/metadata\"}}{{end}}", "vault.list(kv/metadata)")]
    [InlineData("{{file \"/f\"}}", "file(/f)")]
    [InlineData("{{with pkiCert \"p\" \"cn=x\"}}{{end}}", "vault.pki(p->/out)")]
    [InlineData("{{define \"d\"}}{{secret \"inner\" | print}}{{end}}", "vault.read(inner)")]
    [InlineData("{{if true}}{{else}}{{secret \"a\"}}{{secret \"a\"}}{{end}}", "vault.read(a)")]
    public void Finds_Constants(string template, string expected) => Assert.Equal([expected], Names(template));

    [Theory]
    [InlineData("{{secret (print \"a\")}}")]
    [InlineData("{{range $k := secrets \"\"}}{{secret $k}}{{end}}")]
    [InlineData("{{secret \"\"}}")]
    [InlineData("{{secret \"a\" \"novalue\"}}")]
    [InlineData("{{secrets \"a\" \"b\"}}")]
    [InlineData("{{env \"HOME\"}}")]
    public void Leaves_OutWhatIsComputedOrWrong(string template) => Assert.Empty(Names(template));

    private static IEnumerable<string> Names(string template) =>
        Template.Parse(template, new TemplateOptions { Destination = "/out" }).Template?.ConstantDependencies.Select(dependency => dependency.Name) ?? [];
}
