using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Unicode;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Webhook;

namespace Injector.Kube.Admission;

/// <summary>Decodes the body of an admission call. A body that is not a review is a value, never an exception.</summary>
public static class AdmissionReviewReader
{
    private const string ReviewKind = "AdmissionReview";

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = WebhookLimits.MaxNesting };

    /// <summary>Decodes one review.</summary>
    /// <param name="body">The body; must stay unchanged until the review is disposed.</param>
    /// <param name="review">The review; null when the body is none.</param>
    /// <param name="fault">Why the body is no review; null when it is one.</param>
    /// <returns>Whether the body is a review.</returns>
    public static bool TryRead(ReadOnlyMemory<byte> body, [NotNullWhen(true)] out AdmissionReview? review, [NotNullWhen(false)] out Diagnostic? fault)
    {
        review = null;
        if (body.IsEmpty)
        {
            fault = Catalogue.Webhook.EmptyBody.For("body");
            return false;
        }

        if (TryParse(body, out fault) is not { } document)
        {
            fault ??= Broken("not JSON");
            return false;
        }

        fault = TryReadRequest(document.RootElement, out var request);
        if (fault is not null || request is null)
        {
            document.Dispose();
            fault ??= Catalogue.Webhook.NoRequest.For("request");
            return false;
        }

        review = new AdmissionReview(document, request);
        return true;
    }

    private static JsonDocument? TryParse(ReadOnlyMemory<byte> body, out Diagnostic? fault)
    {
        // JsonDocument does not look into strings before they are asked for: bytes that are not text, and escapes that stand for half a character,
        // would come out as exceptions later. Kubernetes sends neither.
        if (!Utf8.IsValid(body.Span))
        {
            fault = Broken("invalid UTF-8");
            return null;
        }

        try
        {
            var document = JsonDocument.Parse(body, Strict);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
            {
                fault = Broken($"the value is of kind {document.RootElement.ValueKind}");
                document.Dispose();
                return null;
            }

            if (SurrogateCheck.HasLoneSurrogate(body.Span))
            {
                fault = Broken("an escape stands for half a character");
                document.Dispose();
                return null;
            }

            fault = null;
            return document;
        }
        catch (JsonException broken)
        {
            fault = Broken($"line {broken.LineNumber + 1}, byte {broken.BytePositionInLine}");
            return null;
        }
    }

    private static Diagnostic Broken(string what) => Catalogue.Webhook.BrokenJson.For("body", what);

    private static Diagnostic? TryReadRequest(JsonElement root, out AdmissionRequest? request)
    {
        request = null;
        if (!TryText(root, "apiVersion", out var apiVersion))
        {
            return WrongType("apiVersion", "a string");
        }

        if (!TryText(root, "kind", out var kind))
        {
            return WrongType("kind", "a string");
        }

        if (TryVersion(apiVersion, kind) is not { } version)
        {
            return Catalogue.Webhook.NotAReview.For("apiVersion", Shown(apiVersion), Shown(kind));
        }

        if (!root.TryGetProperty("request", out var asked) || asked.ValueKind == JsonValueKind.Null)
        {
            return Catalogue.Webhook.NoRequest.For("request");
        }

        return asked.ValueKind == JsonValueKind.Object ? TryReadMembers(asked, version, out request) : WrongType("request", "an object");
    }

    private static Diagnostic? TryReadMembers(JsonElement asked, AdmissionVersion version, out AdmissionRequest? request)
    {
        request = null;
        if (!TryText(asked, "uid", out var uid))
        {
            return WrongType("request.uid", "a string");
        }

        if (!TryText(asked, "namespace", out var @namespace))
        {
            return WrongType("request.namespace", "a string");
        }

        if (!TryText(asked, "name", out var name))
        {
            return WrongType("request.name", "a string");
        }

        if (!TryText(asked, "operation", out var operation))
        {
            return WrongType("request.operation", "a string");
        }

        if (!TryKind(asked, out var kind))
        {
            return WrongType("request.kind", "an object with a string 'kind'");
        }

        asked.TryGetProperty("object", out var value);
        request = new AdmissionRequest { Version = version, Uid = uid, Namespace = @namespace, Name = name, Kind = kind, Operation = operation, Object = value };
        return null;
    }

    // A body without either of the two counts as v1, as with the reference injector; a body with one of them is no review.
    private static AdmissionVersion? TryVersion(string apiVersion, string kind) => (apiVersion, kind) switch
    {
        ("admission.k8s.io/v1", ReviewKind) or ("", "") => AdmissionVersion.V1,
        ("admission.k8s.io/v1beta1", ReviewKind) => AdmissionVersion.V1Beta1,
        _ => null,
    };

    private static bool TryKind(JsonElement asked, out string kind)
    {
        kind = string.Empty;
        return !asked.TryGetProperty("kind", out var group)
            || group.ValueKind == JsonValueKind.Null
            || (group.ValueKind == JsonValueKind.Object && TryText(group, "kind", out kind));
    }

    private static bool TryText(JsonElement owner, string member, out string text)
    {
        text = string.Empty;
        if (!owner.TryGetProperty(member, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        text = value.GetString() ?? string.Empty;
        return true;
    }

    private static Diagnostic WrongType(string member, string expected) => Catalogue.Webhook.WrongMemberType.For(member, member, expected);

    private static string Shown(string text) => text.Length <= 100 ? text : string.Concat(text.AsSpan(0, 100), "…");
}
