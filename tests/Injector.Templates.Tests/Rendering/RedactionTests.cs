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

    private static SecretValue Secret(string envelope)
    {
        using var document = JsonDocument.Parse(envelope);
        return SecretValue.FromEnvelope(document.RootElement);
    }
}
