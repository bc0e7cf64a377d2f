using Microsoft.AspNetCore.Http;

namespace Injector.Sandbox.Kubernetes.ApiServer;

/// <summary>What a request is about.</summary>
/// <param name="Collection">Path of the collection.</param>
/// <param name="Name">Name of the object, from the path or from a field selector; null: the whole collection.</param>
/// <param name="Verb">Verb as roles name it.</param>
internal sealed record ApiRoute(string Collection, string? Name, string Verb)
{
    private const string NameSelector = "metadata.name=";

    /// <summary>The namespace in the path; null when there is none.</summary>
    public string? Namespace => Collection.Split('/') is [.., "namespaces", var space, _] ? space : null;

    public string Resource => Collection[(Collection.LastIndexOf('/') + 1)..];

    public static ApiRoute Read(HttpRequest request)
    {
        var parts = (request.Path.Value ?? string.Empty).Split('/', StringSplitOptions.RemoveEmptyEntries);

        // /api/v1/… and /apis/GROUP/VERSION/…, then namespaces/NS/ for what stands in a namespace, then the resource, then a name.
        var prefix = parts is ["api", ..] ? 2 : 3;
        var rest = parts.Length > prefix ? parts[prefix..] : [];
        var isNamespaced = rest is ["namespaces", _, _, ..];
        var resourceAt = prefix + (isNamespaced ? 2 : 0);
        if (parts.Length <= resourceAt)
        {
            throw new ApiFailure(StatusCodes.Status404NotFound, "NotFound", "the server could not find the requested resource");
        }

        var collection = "/" + string.Join('/', parts[..(resourceAt + 1)]);
        var name = parts.Length > resourceAt + 1 ? Uri.UnescapeDataString(parts[resourceAt + 1]) : Selected(request);
        return new ApiRoute(collection, name, VerbOf(request, parts.Length > resourceAt + 1));
    }

    private static string? Selected(HttpRequest request)
    {
        var selector = request.Query["fieldSelector"].ToString();
        return selector.StartsWith(NameSelector, StringComparison.Ordinal) ? selector[NameSelector.Length..] : null;
    }

    private static string VerbOf(HttpRequest request, bool isObject) => request.Method switch
    {
        "POST" => "create",
        "PUT" => "update",
        "PATCH" => "patch",
        "DELETE" => "delete",
        _ when request.Query["watch"] == "true" || request.Query["watch"] == "1" => "watch",
        _ => isObject ? "get" : "list",
    };
}
