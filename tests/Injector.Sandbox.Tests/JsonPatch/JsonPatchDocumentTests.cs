using System.Text;
using System.Text.Json.Nodes;
using Injector.Sandbox.JsonPatch;

namespace Injector.Sandbox.Tests.JsonPatch;

/// <summary>The cases of RFC 6902, appendix A, with other documents, and what the operations of admission patches need.</summary>
public sealed class JsonPatchDocumentTests
{
    [Theory]
    [InlineData("adds a member", """{"a":1}""", """[{"op":"add","path":"/b","value":2}]""", """{"a":1,"b":2}""")]
    [InlineData("adds before an element", """{"l":["x","z"]}""", """[{"op":"add","path":"/l/1","value":"y"}]""", """{"l":["x","y","z"]}""")]
    [InlineData("adds after the last element", """{"l":[1]}""", """[{"op":"add","path":"/l/1","value":2},{"op":"add","path":"/l/-","value":3}]""", """{"l":[1,2,3]}""")]
    [InlineData("replaces a member by adding it", """{"a":1}""", """[{"op":"add","path":"/a","value":null}]""", """{"a":null}""")]
    [InlineData("removes a member", """{"a":1,"b":2}""", """[{"op":"remove","path":"/a"}]""", """{"b":2}""")]
    [InlineData("removes an element", """{"l":[1,2,3]}""", """[{"op":"remove","path":"/l/1"}]""", """{"l":[1,3]}""")]
    [InlineData("replaces a value", """{"a":1,"l":[1]}""", """[{"op":"replace","path":"/a","value":"x"},{"op":"replace","path":"/l/0","value":[]}]""", """{"a":"x","l":[[]]}""")]
    [InlineData("moves a member", """{"a":{"x":1},"b":{}}""", """[{"op":"move","from":"/a/x","path":"/b/y"}]""", """{"a":{},"b":{"y":1}}""")]
    [InlineData("moves an element", """{"l":["a","b","c"]}""", """[{"op":"move","from":"/l/0","path":"/l/2"}]""", """{"l":["b","c","a"]}""")]
    [InlineData("copies a value", """{"a":{"x":[1]}}""", """[{"op":"copy","from":"/a/x","path":"/b"},{"op":"add","path":"/b/-","value":2}]""", """{"a":{"x":[1]},"b":[1,2]}""")]
    [InlineData("tests values", """{"a":"x","l":[1,{"y":2.0}]}""", """[{"op":"test","path":"/a","value":"x"},{"op":"test","path":"/l","value":[1,{"y":2}]}]""", """{"a":"x","l":[1,{"y":2.0}]}""")]
    [InlineData("adds a nested object", """{}""", """[{"op":"add","path":"/a","value":{"b":{}}}]""", """{"a":{"b":{}}}""")]
    [InlineData("ignores members it does not know", """{}""", """[{"op":"add","path":"/a","value":1,"why":"because"}]""", """{"a":1}""")]
    [InlineData("reads escapes in the right order", """{"~1":1,"/":2}""", """[{"op":"replace","path":"/~01","value":3},{"op":"replace","path":"/~1","value":4}]""", """{"~1":3,"/":4}""")]
    [InlineData("adds a list as one element", """{"l":[1]}""", """[{"op":"add","path":"/l/-","value":[2,3]}]""", """{"l":[1,[2,3]]}""")]
    [InlineData("replaces the whole document", """{"a":1}""", """[{"op":"replace","path":"","value":[true]}]""", """[true]""")]
    [InlineData("knows an empty member name", """{"":1}""", """[{"op":"remove","path":"/"}]""", """{}""")]
    [InlineData("writes an annotation", """{"metadata":{"annotations":{}}}""", """[{"op":"add","path":"/metadata/annotations/vault.hashicorp.com~1agent-inject-status","value":"injected"}]""", """{"metadata":{"annotations":{"vault.hashicorp.com/agent-inject-status":"injected"}}}""")]
    public void Applies_Operations(string rule, string document, string patch, string expected)
    {
        var result = Parse(patch).Apply(JsonNode.Parse(document));

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), result), $"{rule}: {result?.ToJsonString()}");
    }

    [Theory]
    [InlineData("no parent", """{"a":1}""", """[{"op":"add","path":"/b/c","value":1}]""")]
    [InlineData("a scalar as parent", """{"a":1}""", """[{"op":"add","path":"/a/c","value":1}]""")]
    [InlineData("beyond the end", """{"l":[1]}""", """[{"op":"add","path":"/l/3","value":1}]""")]
    [InlineData("nothing to remove", """{"a":1}""", """[{"op":"remove","path":"/b"}]""")]
    [InlineData("nothing to replace", """{"a":1}""", """[{"op":"replace","path":"/b","value":1}]""")]
    [InlineData("nothing to copy", """{"a":1}""", """[{"op":"copy","from":"/b","path":"/c"}]""")]
    [InlineData("a leading zero", """{"l":[1,2]}""", """[{"op":"remove","path":"/l/01"}]""")]
    [InlineData("the end is nothing to remove", """{"l":[1,2]}""", """[{"op":"remove","path":"/l/-"}]""")]
    [InlineData("into itself", """{"a":{"b":1}}""", """[{"op":"move","from":"/a","path":"/a/b"}]""")]
    [InlineData("another value", """{"a":"x"}""", """[{"op":"test","path":"/a","value":"y"}]""")]
    [InlineData("text is no number", """{"a":"10"}""", """[{"op":"test","path":"/a","value":10}]""")]
    public void Refuses_WhatDoesNotFit(string rule, string document, string patch)
    {
        var original = JsonNode.Parse(document);

        var error = Assert.Throws<JsonPatchException>(() => Parse(patch).Apply(original));

        Assert.StartsWith("Operation 0 of the patch: ", error.Message, StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(document), original), rule);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("[{")]
    [InlineData("""[{"op":"add","path":"/a"}]""")]
    [InlineData("""[{"op":"add","value":1}]""")]
    [InlineData("""[{"op":"spam","path":"/a"}]""")]
    [InlineData("""[{"op":"move","path":"/a"}]""")]
    [InlineData("""[{"op":"remove","path":"a"}]""")]
    [InlineData("""[{"op":"remove","path":"/a~2"}]""")]
    [InlineData("""[{"op":"remove","path":"/a~"}]""")]
    [InlineData("""[{"op":"add","path":"/a","value":1,"op":"remove"}]""")]
    public void Rejects_MalformedPatches(string patch) => Assert.Throws<JsonPatchException>(() => Parse(patch));

    [Fact]
    public void Applies_AllOrNothing()
    {
        var document = JsonNode.Parse("""{"a":1}""");

        Assert.Throws<JsonPatchException>(() => Parse("""[{"op":"add","path":"/b","value":2},{"op":"remove","path":"/c"}]""").Apply(document));

        Assert.Equal("""{"a":1}""", document?.ToJsonString());
    }

    private static JsonPatchDocument Parse(string patch) => JsonPatchDocument.Parse(Encoding.UTF8.GetBytes(patch));
}
