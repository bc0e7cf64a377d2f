using System.Security.Cryptography;
using System.Text.Json;
using Injector.Vault.Faults;

namespace Injector.Vault;

/// <summary>What came back: the parsed envelope, or a classified fault. Numbers keep their text (read them with <see cref="JsonElement.GetRawText"/>).</summary>
public sealed class VaultAnswer
{
    private readonly byte[] _body;

    internal VaultAnswer(int status, byte[] body, JsonElement envelope, VaultFault? fault)
    {
        Status = status;
        Envelope = envelope;
        Fault = fault;
        _body = body;
    }

    /// <summary>The HTTP status; 0 when no answer arrived.</summary>
    public int Status { get; }

    /// <summary>Null when the call succeeded. A 404 with data (a deleted KV version) is a success.</summary>
    public VaultFault? Fault { get; }

    /// <summary>The whole JSON answer; undefined when the server sent no body (204) or the call failed.</summary>
    public JsonElement Envelope { get; }

    /// <summary><c>data</c>; undefined when absent or null.</summary>
    public JsonElement Data => Member("data"u8);

    /// <summary><c>auth</c>; undefined when absent or null.</summary>
    public JsonElement Auth => Member("auth"u8);

    /// <summary><c>wrap_info</c>; undefined when absent or null.</summary>
    public JsonElement WrapInfo => Member("wrap_info"u8);

    /// <summary>The lease of the answer; with no id when the secret has none.</summary>
    public VaultLease Lease => VaultLease.Of(Envelope);

    /// <summary><c>warnings</c>; never null.</summary>
    public IReadOnlyList<string> Warnings => Envelope.Texts("warnings"u8);

    /// <summary>Makes an answer from what a server sent, with the classification every client uses.</summary>
    /// <param name="request">The request it answers; its path and method appear in the fault's text.</param>
    /// <param name="status">HTTP status.</param>
    /// <param name="body">The body; the answer takes it over.</param>
    /// <returns>The answer.</returns>
    public static VaultAnswer Of(VaultRequest request, int status, byte[] body) => FaultClassifier.Classify(request, status, body, retryAfter: null);

    /// <summary>Makes an answer for a call that got none.</summary>
    /// <param name="fault">Why.</param>
    /// <returns>The answer.</returns>
    public static VaultAnswer Failed(VaultFault fault) => new(fault.Status, [], default, fault);

    /// <summary>Overwrites the answer's bytes. Nothing taken from <see cref="Envelope"/> may be used afterwards.</summary>
    public void Erase() => CryptographicOperations.ZeroMemory(_body);

    /// <summary>Status only.</summary>
    /// <returns>For example <c>200</c>.</returns>
    public override string ToString() => Status.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private JsonElement Member(ReadOnlySpan<byte> name) => Envelope.Member(name);
}
