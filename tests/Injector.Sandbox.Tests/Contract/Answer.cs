using System.Net;
using System.Text.Json.Nodes;

namespace Injector.Sandbox.Tests.Contract;

/// <summary>What a server answered.</summary>
public sealed record Answer(HttpStatusCode Status, string Text, string ContentType)
{
    public JsonObject Body => Text.Length > 0 && Text.TrimStart().StartsWith('{') ? JsonNode.Parse(Text)?.AsObject() ?? [] : [];

    public JsonObject Data => Body["data"] as JsonObject ?? [];

    public JsonObject Auth => Body["auth"] as JsonObject ?? [];

    public JsonObject WrapInfo => Body["wrap_info"] as JsonObject ?? [];

    public string Errors => string.Join('\n', (Body["errors"] as JsonArray ?? []).Select(static error => error?.ToString()));

    /// <summary>Asserts 200 or 204: which one a server chooses for a write without an answer differs between versions.</summary>
    public Answer ExpectSuccess()
    {
        Assert.True((int)Status is 200 or 204, $"expected success, got {(int)Status}: {Errors}");
        return this;
    }

    /// <summary>Asserts the status and shows the server's errors when it is another.</summary>
    public Answer Expect(HttpStatusCode status)
    {
        Assert.True(Status == status, $"expected {(int)status}, got {(int)Status}: {Errors}");
        return this;
    }
}
