using Injector.Sandbox.Workloads;

namespace Injector.Sandbox.Tests.Workloads;

public sealed class YamlDocumentsTests
{
    [Theory]
    [InlineData("a: true", """{"a":true}""")]
    [InlineData("a: 'true'", """{"a":"true"}""")]
    [InlineData("a: yes", """{"a":true}""")]
    [InlineData("a: off", """{"a":false}""")]
    [InlineData("a: y", """{"a":"y"}""")]
    [InlineData("a: 0640", """{"a":416}""")]
    [InlineData("a: 0o640", """{"a":416}""")]
    [InlineData("a: \"0640\"", """{"a":"0640"}""")]
    [InlineData("a: 0x1F", """{"a":31}""")]
    [InlineData("a: -12", """{"a":-12}""")]
    [InlineData("a: 1.5", """{"a":1.5}""")]
    [InlineData("a: 1.2.3", """{"a":"1.2.3"}""")]
    [InlineData("a: 100m", """{"a":"100m"}""")]
    [InlineData("a: 10.96.0.1", """{"a":"10.96.0.1"}""")]
    [InlineData("a:", """{"a":null}""")]
    [InlineData("a: ~", """{"a":null}""")]
    [InlineData("a: !!str 5", """{"a":"5"}""")]
    [InlineData("a: [1, {b: c}]", """{"a":[1,{"b":"c"}]}""")]
    [InlineData("a: &x {b: 1}\nc: *x", """{"a":{"b":1},"c":{"b":1}}""")]
    [InlineData("""{"a": "json"}""", """{"a":"json"}""")]
    [InlineData("a: |\n  one\n  two\n", """{"a":"one\ntwo\n"}""")]
    public void Reads_ScalarsAsKubernetesDoes(string yaml, string json) => Assert.Equal(json, Assert.Single(YamlDocuments.Read(yaml)).ToJsonString());

    [Fact]
    public void Says_WhereTheTextIsNotYaml()
    {
        var error = Assert.Throws<ManifestException>(() => YamlDocuments.Read("a: 1\nb: [1"));

        Assert.StartsWith("Line ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Limits_AliasesThatMultiply()
    {
        var bomb = string.Concat(Enumerable.Range(0, 9).Select(level => level == 0
            ? "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
            : $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]\n"));

        Assert.Throws<ManifestException>(() => YamlDocuments.Read(bomb));
    }
}
