using System.Text.Json;
using Injector.Templates.Rendering;
using Injector.Templates.Values;

namespace Injector.Templates.Tests.Rendering;

public sealed class RedactionTests
{
    private static readonly Value[] Answers = [Secret("""{"data": {"user": "alice", "data": {"password": "hunter\"2", "n": "ab"}}}""")];

    [Fact]
    public void Takes_TopValuesOutAsTheReferenceDoes() =>
        Assert.Equal("no [redacted] and hunter\"2", Redaction.AsReference("no alice and hunter\"2", Answers));

    [Fact]
    public void Takes_EveryValueOutForPeople() =>
        Assert.Equal("no [redacted], [redacted], \"[redacted]\" but ab", Redaction.Complete("no alice, hunter\"2, \"hunter\\\"2\" but ab", Answers));

    [Theory]
    [InlineData("HUNTER\"2")]
    [InlineData("aHVudGVyIjI=")]
    [InlineData("ALICE")]
    public void Takes_UsualFormsOfAValueOut(string form) => Assert.Equal("no [redacted]!", Redaction.Complete($"no {form}!", Answers));

    [Fact]
    public void Takes_DecodedValuesOut() =>
        Assert.Equal("parsing \"[redacted]\"", Redaction.Complete("parsing \"coded-secret\"", [Secret("""{"data": {"a": "Y29kZWQtc2VjcmV0"}}""")]));

    private static SecretValue Secret(string envelope)
    {
        using var document = JsonDocument.Parse(envelope);
        return SecretValue.FromEnvelope(document.RootElement);
    }
}
