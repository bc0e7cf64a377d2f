using System.Text;
using System.Text.Json;

namespace Injector.Vault.Faults;

/// <summary>Turns status and body into an answer: the one place that knows what Vault's status codes mean.</summary>
internal static class FaultClassifier
{
    private const int MaxRawTextLength = 200;
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = ResponseLimits.MaxDepth };

    public static VaultAnswer Classify(VaultRequest request, int status, byte[] body, TimeSpan? retryAfter)
    {
        body = JsonRepair.Repair(body);
        var envelope = Parse(body, out var isJson);
        if (status is >= 200 and < 300)
        {
            return body.Length > 0 && !isJson
                ? VaultAnswer.Failed(Fault(VaultFaultKind.Malformed, request, status, ["the answer is not JSON"]))
                : new VaultAnswer(status, body, envelope, null);
        }

        // A deleted version answers 404 with data: that is an answer, not an error.
        if (status == 404 && (envelope.Member("data"u8).ValueKind != JsonValueKind.Undefined || envelope.Texts("warnings"u8).Count > 0))
        {
            return new VaultAnswer(status, body, envelope, null);
        }

        if (status is >= 300 and < 400)
        {
            return VaultAnswer.Failed(Fault(VaultFaultKind.Malformed, request, status, ["a redirect that is not followed: one is allowed, and it must name a place"]));
        }

        IReadOnlyList<string> errors = isJson ? Tidy(envelope.Texts("errors"u8)) : Raw(body);
        return VaultAnswer.Failed(Fault(KindOf(status, errors), request, status, EchoFilter.Clean(errors, request)) with { RetryAfter = retryAfter });
    }

    public static VaultFault Fault(VaultFaultKind kind, VaultRequest request, int status, IReadOnlyList<string> errors) =>
        new(kind, status, $"{Verb(request.Method)} {request.Path}", errors);

    private static VaultFaultKind KindOf(int status, IReadOnlyList<string> errors) => status switch
    {
        400 => VaultFaultKind.BadRequest,
        // Vault has no status of its own for a dead token; its text is the only sign.
        403 => errors.Any(SaysInvalidToken) ? VaultFaultKind.InvalidToken : VaultFaultKind.PermissionDenied,
        404 => VaultFaultKind.NotFound,
        405 => VaultFaultKind.NotSupported,
        412 => VaultFaultKind.NotYetConsistent,
        429 => VaultFaultKind.RateLimited,
        472 or 473 or 501 or 503 => VaultFaultKind.Unavailable,
        >= 500 => VaultFaultKind.ServerError,
        _ => VaultFaultKind.Rejected,
    };

    private static bool SaysInvalidToken(string error) =>
        error.Contains("invalid token", StringComparison.OrdinalIgnoreCase) || error.Contains("bad token", StringComparison.OrdinalIgnoreCase);

    private static JsonElement Parse(byte[] body, out bool isJson)
    {
        isJson = false;
        if (body.Length == 0)
        {
            return default;
        }

        try
        {
            // Not disposed on purpose: the elements live as long as the answer, and the document owns no pooled memory worth returning early.
            var document = JsonDocument.Parse(body, Options);
            isJson = document.RootElement.ValueKind == JsonValueKind.Object;
            return isJson ? document.RootElement : default;
        }
        catch (JsonException)
        {
            return default;
        }
    }

    // "1 error occurred:\n\t* permission denied\n\n" becomes "permission denied".
    private static List<string> Tidy(IReadOnlyList<string> errors)
    {
        var tidy = new List<string>(errors.Count);
        foreach (var error in errors)
        {
            foreach (var line in error.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (!line.EndsWith("occurred:", StringComparison.Ordinal))
                {
                    tidy.Add(line.TrimStart('*', ' ', '\t'));
                }
            }
        }

        return tidy;
    }

    private static string[] Raw(byte[] body)
    {
        if (body.Length == 0)
        {
            return [];
        }

        var text = Encoding.UTF8.GetString(body.AsSpan(0, Math.Min(body.Length, MaxRawTextLength)));
        return [string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))];
    }

    private static string Verb(VaultMethod method) => method switch
    {
        VaultMethod.Write => "PUT",
        VaultMethod.List => "LIST",
        VaultMethod.Delete => "DELETE",
        _ => "GET",
    };
}
