using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using Injector.Contracts.Secrecy;
using Microsoft.AspNetCore.Http;

namespace Injector.Sandbox.Vault.Requests;

/// <summary>Reads an HTTP request.</summary>
internal static class RequestReader
{
    private const string Prefix = "/v1/";
    private static readonly JsonDocumentOptions Limits = new() { MaxDepth = 64 };

    /// <summary>The path below <c>/v1/</c>; the whole path when it is another one.</summary>
    public static string PathOf(HttpRequest http) =>
        http.Path.Value is { } path && path.StartsWith(Prefix, StringComparison.Ordinal) ? path[Prefix.Length..] : http.Path.Value ?? string.Empty;

    /// <summary>Reads method, path, headers and body.</summary>
    /// <returns>The request, or the answer to one that cannot be understood.</returns>
    public static async ValueTask<(VaultRequest? Request, VaultReply? Refusal)> ReadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var http = context.Request;
        var path = http.Path.Value ?? string.Empty;
        if (!path.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return (null, VaultReply.Missing);
        }

        if (Operation(http) is not { } operation)
        {
            return (null, VaultReply.Error(HttpStatusCode.MethodNotAllowed));
        }

        if (operation == VaultOperation.Patch && !(http.ContentType ?? string.Empty).StartsWith("application/merge-patch+json", StringComparison.Ordinal))
        {
            return (null, VaultReply.Error(HttpStatusCode.UnsupportedMediaType, $"PATCH requires Content-Type of application/merge-patch+json, provided {http.ContentType}"));
        }

        JsonObject? body;
        try
        {
            body = await BodyAsync(http, operation, cancellationToken);
        }
        catch (JsonException error)
        {
            return (null, VaultReply.BadRequest($"failed to parse JSON input: {error.Message}"));
        }

        if (body is null)
        {
            return (null, VaultReply.BadRequest("failed to parse JSON input: the body is not an object"));
        }

        if (!Durations.TryParse(http.Headers["X-Vault-Wrap-TTL"].ToString(), out var wrap))
        {
            return (null, VaultReply.BadRequest("error parsing X-Vault-Wrap-TTL header"));
        }

        return (new VaultRequest
        {
            Id = Guid.NewGuid().ToString(),
            Operation = operation,
            Path = path[Prefix.Length..],
            Namespace = http.Headers["X-Vault-Namespace"].ToString().Trim('/'),
            Token = Token(http),
            Body = body,
            Query = http.Query.ToDictionary(static item => item.Key, static item => item.Value[^1] ?? string.Empty),
            WrapTtl = wrap > TimeSpan.Zero ? wrap : null,
            RemoteAddress = context.Connection.RemoteIpAddress,
            ClientCertificate = await ClientCertificateAsync(context, cancellationToken),
        }, null);
    }

    private static VaultOperation? Operation(HttpRequest http) => http.Method switch
    {
        "GET" or "HEAD" => IsTrue(http.Query["list"].ToString()) ? VaultOperation.List : VaultOperation.Read,
        "LIST" => VaultOperation.List,
        "PUT" or "POST" => VaultOperation.Write,
        "PATCH" => VaultOperation.Patch,
        "DELETE" => VaultOperation.Delete,
        _ => null,
    };

    private static bool IsTrue(string text) => text is "1" or "t" or "T" or "true" or "TRUE" or "True";

    private static SecretText? Token(HttpRequest http)
    {
        var token = http.Headers["X-Vault-Token"].ToString();
        if (token.Length == 0 && http.Headers.Authorization.ToString() is var authorization && authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            token = authorization["Bearer ".Length..].Trim();
        }

        return token.Length == 0 ? null : new SecretText(token);
    }

    private static async ValueTask<JsonObject?> BodyAsync(HttpRequest http, VaultOperation operation, CancellationToken cancellationToken)
    {
        if (operation is not (VaultOperation.Write or VaultOperation.Patch))
        {
            return [];
        }

        using var buffer = new MemoryStream();
        await http.Body.CopyToAsync(buffer, cancellationToken);
        if (buffer.Length == 0)
        {
            return [];
        }

        return JsonNode.Parse(buffer.GetBuffer().AsSpan(0, (int)buffer.Length), documentOptions: Limits) switch
        {
            null => [],
            JsonObject body => body,
            _ => null,
        };
    }

    private static async ValueTask<X509Certificate2?> ClientCertificateAsync(HttpContext context, CancellationToken cancellationToken) =>
        context.Request.IsHttps ? await context.Connection.GetClientCertificateAsync(cancellationToken) : null;
}
