using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Injector.Cli.Inject;
using Injector.Sandbox.Workloads;

namespace Injector.Cli.Tests.Inject;

public sealed class YamlTextTests
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Elements("", " ", "true", "null", "1", "1e3", "0x10", "-", "- a", "a: b", "#", "a #b", "|", "a\nb", "a\nb\n", "\na", "a\n\n", " a\nb", "\t", "*", "&a", "%", "@", "2s", "1_0", "::", "a:", "~", "é", "\u0085", "{{ x }}", "y", "No"),
        ArbMap.Default.GeneratorFor<NonNull<string>>().Select(text => string.Concat(text.Get.Where(letter => !char.IsSurrogate(letter) && !char.IsControl(letter)))));

    [Fact]
    public void Texts_ReadAsWritten() => Prop.ForAll(Texts.ToArbitrary(), text =>
    {
        var document = new JsonObject { ["key"] = text, ["list"] = new JsonArray(JsonValue.Create(text), new JsonObject { ["inner"] = text, ["number"] = 1 }) };

        var read = YamlDocuments.Read(YamlText.Of(document)).Single();

        Assert.True(JsonNode.DeepEquals(document, read), YamlText.Of(document));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void EmptyContainers_AreInline() =>
        Assert.Equal("a: {}\nb: []\nc: null\n", YamlText.Of(new JsonObject { ["a"] = new JsonObject(), ["b"] = new JsonArray(), ["c"] = null }));
}
