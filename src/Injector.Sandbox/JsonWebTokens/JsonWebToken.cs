using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Injector.Sandbox.JsonWebTokens;

/// <summary>A token taken apart; nothing about it is verified until someone asks.</summary>
internal sealed class JsonWebToken
{
    private readonly byte[] _signed;
    private readonly byte[] _signature;

    private JsonWebToken(string algorithm, JsonObject claims, byte[] signed, byte[] signature)
    {
        Algorithm = algorithm;
        Claims = claims;
        _signed = signed;
        _signature = signature;
    }

    public string Algorithm { get; }

    public JsonObject Claims { get; }

    public string Subject => Text("sub");

    public string Issuer => Text("iss");

    public IReadOnlyList<string> Audiences => Claims["aud"] switch
    {
        JsonArray list => [.. list.Select(static item => item?.ToString() ?? string.Empty)],
        JsonValue one => [one.ToString()],
        _ => [],
    };

    public DateTimeOffset? Expires => Moment("exp");

    public DateTimeOffset? NotBefore => Moment("nbf");

    public static JsonWebToken? TryParse(string text)
    {
        var parts = text.Split('.');
        if (parts.Length != 3)
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(Base64Url.DecodeFromChars(parts[0])) is JsonObject header
                && header["alg"] is JsonValue algorithm
                && JsonNode.Parse(Base64Url.DecodeFromChars(parts[1])) is JsonObject claims
                ? new JsonWebToken(algorithm.ToString(), claims, Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]))
                : null;
        }
        catch (Exception error) when (error is JsonException or FormatException)
        {
            return null;
        }
    }

    public bool IsSignedByAny(IEnumerable<PublicKey> keys) => keys.Any(key => key.Verifies(Algorithm, _signed, _signature));

    public string Text(string claim) => Claims[claim] is JsonValue value ? value.ToString() : string.Empty;

    private DateTimeOffset? Moment(string claim) =>
        Claims[claim] is JsonValue value && value.TryGetValue<double>(out var seconds) ? DateTimeOffset.UnixEpoch.AddSeconds(seconds) : null;
}
