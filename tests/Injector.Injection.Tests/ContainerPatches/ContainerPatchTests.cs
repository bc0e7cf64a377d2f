using System.Buffers;
using System.Text;
using System.Text.Json;
using Injector.Injection.ContainerPatches;

namespace Injector.Injection.Tests.ContainerPatches;

/// <summary>JSON patches of agent containers, with the laxness of the reference's library.</summary>
public sealed class ContainerPatchTests
{
    private const string Container = "{\"name\":\"c\",\"env\":[{\"name\":\"A\",\"value\":\"1.0\"},{\"name\":\"B\"}],\"a~b/c\":{\"n\":1.50}}";

    [Theory]
    [InlineData("{\"op\":\"add\",\"path\":\"/tty\",\"value\":true}", "\"tty\":true")]
    [InlineData("{\"op\":\"replace\",\"path\":\"/tty\",\"value\":true}", "\"tty\":true")]
    [InlineData("{\"op\":\"add\",\"path\":\"/tty\"}", "\"tty\":null")]
    [InlineData("{\"op\":\"add\",\"path\":\"/env/-1\",\"value\":7}", "{\"name\":\"B\"},7]")]
    [InlineData("{\"op\":\"add\",\"path\":\"/env/-\",\"value\":7}", "{\"name\":\"B\"},7]")]
    [InlineData("{\"op\":\"add\",\"path\":\"/env/01\",\"value\":7}", "},7,{\"name\":\"B\"}")]
    [InlineData("{\"op\":\"remove\",\"path\":\"/env/-1\"}", "\"env\":[{\"name\":\"A\",\"value\":\"1.0\"}]")]
    [InlineData("{\"op\":\"replace\",\"path\":\"/a~0b~1c/n\",\"value\":2}", "\"a~b/c\":{\"n\":2}")]
    [InlineData("{\"op\":\"move\",\"from\":\"/name\",\"path\":\"/image\"}", "\"image\":\"c\"")]
    [InlineData("{\"op\":\"copy\",\"from\":\"/a~0b~1c\",\"path\":\"/copy\"}", "\"copy\":{\"n\":1.50}")]
    [InlineData("{\"op\":\"test\",\"path\":\"/nope\",\"value\":null}", "\"name\":\"c\"")]
    [InlineData("{\"op\":\"test\",\"path\":\"/a~0b~1c\",\"value\":{\"n\":1.5}}", "\"name\":\"c\"")]
    [InlineData("{\"op\":\"replace\",\"path\":\"\",\"value\":{\"name\":\"whole\"}}", "{\"name\":\"whole\"}")]
    public void Applies(string operation, string expected) => Assert.Contains(expected, Apply(operation), StringComparison.Ordinal);

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"op\":\"ADD\",\"path\":\"/x\",\"value\":1}")]
    [InlineData("{\"op\":\"add\",\"value\":1}")]
    [InlineData("{\"op\":\"add\",\"path\":7,\"value\":1}")]
    [InlineData("{\"op\":\"add\",\"path\":\"\",\"value\":{}}")]
    [InlineData("{\"op\":\"add\",\"path\":\"x\",\"value\":1}")]
    [InlineData("{\"op\":\"add\",\"path\":\"/nope/x\",\"value\":1}")]
    [InlineData("{\"op\":\"add\",\"path\":\"/env/3\",\"value\":1}")]
    [InlineData("{\"op\":\"add\",\"path\":\"/env/x\",\"value\":1}")]
    [InlineData("{\"op\":\"remove\",\"path\":\"/nope\"}")]
    [InlineData("{\"op\":\"remove\",\"path\":\"\"}")]
    [InlineData("{\"op\":\"replace\",\"path\":\"/env/2\",\"value\":1}")]
    [InlineData("{\"op\":\"replace\",\"path\":\"\",\"value\":[]}")]
    [InlineData("{\"op\":\"move\",\"path\":\"/x\"}")]
    [InlineData("{\"op\":\"move\",\"from\":\"/nope\",\"path\":\"/x\"}")]
    [InlineData("{\"op\":\"copy\",\"from\":\"/nope\",\"path\":\"/x\"}")]
    [InlineData("{\"op\":\"copy\",\"path\":\"/x\"}")]
    [InlineData("{\"op\":\"test\",\"path\":\"/name\",\"value\":\"x\"}")]
    [InlineData("{\"op\":\"test\",\"path\":\"/nope/x\",\"value\":null}")]
    [InlineData("{\"op\":\"test\",\"path\":\"/env/2\",\"value\":null}")]
    [InlineData("{\"op\":\"test\",\"path\":\"/env/x\"}")]
    [InlineData("{\"op\":\"test\",\"path\":\"\",\"value\":{}}")]
    public void DoesNotApply(string operation) => Assert.StartsWith("fault: ", Apply(operation), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    public void IsEmpty(string text) => Assert.True(ContainerPatch.Parse(text, out _)?.IsEmpty);

    [Theory]
    [InlineData("nope")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("[[]]")]
    [InlineData("// c\n[]")]
    [InlineData("[] []")]
    public void IsNoPatch(string text)
    {
        Assert.Null(ContainerPatch.Parse(text, out var fault));
        Assert.NotEmpty(fault);
    }

    private static string Apply(string operation)
    {
        using var document = JsonDocument.Parse(Container);
        var tree = JsonTree.From(document.RootElement);
        var patch = ContainerPatch.Parse($"[{operation}]", out var fault);
        if (patch is null || !patch.TryApply(ref tree, out _, out fault))
        {
            return $"fault: {fault}";
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            tree.Write(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
