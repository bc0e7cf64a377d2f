using System.Text.Json.Nodes;

namespace Injector.Sandbox.Vault.Requests;

/// <summary>An answer's bytes, sent as they are.</summary>
internal sealed record RawBody(ReadOnlyMemory<byte> Content, string ContentType)
{
    public static RawBody Json(JsonNode document) => new(JsonText.Bytes(document), "application/json");
}
