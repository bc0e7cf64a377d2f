using System.Net;
using System.Text.Json.Nodes;
using Injector.Sandbox.Vault.Leases;
using Injector.Sandbox.Vault.Tokens;

namespace Injector.Sandbox.Vault.Requests;

/// <summary>What goes back to the client.</summary>
internal sealed record VaultReply
{
    public HttpStatusCode Status { get; private init; } = HttpStatusCode.OK;

    /// <summary>The <c>data</c> of the envelope.</summary>
    public JsonObject? Data { get; init; }

    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Whether the keys of <see cref="Data"/> stand beside it as well, as in many answers of <c>sys/</c>.</summary>
    public bool RepeatsData { get; init; }

    /// <summary>A secret that ends: the core makes a lease of it.</summary>
    public LeaseOffer? Offer { get; init; }

    /// <summary>The lease of the secret.</summary>
    public Lease? Lease { get; init; }

    /// <summary>How long a secret without lease may be kept.</summary>
    public TimeSpan KeepFor { get; init; }

    /// <summary>A login: the core makes a token of it.</summary>
    public TokenGrant? Grant { get; init; }

    /// <summary>The token of the <c>auth</c> part.</summary>
    public TokenEntry? Issued { get; init; }

    /// <summary>The <c>wrap_info</c> of the envelope.</summary>
    public JsonObject? WrapInfo { get; init; }

    /// <summary>Error texts; null when the call succeeded.</summary>
    public IReadOnlyList<string>? Errors { get; private init; }

    /// <summary>A body that is not an envelope.</summary>
    public RawBody? Raw { get; private init; }

    public static VaultReply NoContent { get; } = new() { Status = HttpStatusCode.NoContent };

    /// <summary>Nothing is there: the 404 without a word.</summary>
    public static VaultReply Missing { get; } = new() { Status = HttpStatusCode.NotFound, Errors = [] };

    public static VaultReply Ok(JsonObject data) => new() { Data = data };

    public static VaultReply Error(HttpStatusCode status, params IReadOnlyList<string> errors) => new() { Status = status, Errors = errors };

    public static VaultReply BadRequest(string error) => Error(HttpStatusCode.BadRequest, error);

    /// <summary>A 404 with data, as KV v2 gives for deleted versions.</summary>
    public static VaultReply MissingWith(JsonObject? data) => new() { Status = HttpStatusCode.NotFound, Data = data };

    /// <summary>A list of names: 404 when there are none.</summary>
    public static VaultReply Keys(IEnumerable<string> keys) =>
        keys.Order(StringComparer.Ordinal).ToJson() is { Count: > 0 } list ? Ok(new JsonObject { ["keys"] = list }) : Missing;

    /// <summary>A JSON document without an envelope.</summary>
    public static VaultReply Document(HttpStatusCode status, JsonNode document) => new() { Status = status, Raw = RawBody.Json(document) };

    public static VaultReply Bytes(byte[] content, string contentType) => new() { Raw = new RawBody(content, contentType) };

    /// <summary>Nothing, with a status of its own.</summary>
    public static VaultReply Empty(HttpStatusCode status) => new() { Status = status };
}
