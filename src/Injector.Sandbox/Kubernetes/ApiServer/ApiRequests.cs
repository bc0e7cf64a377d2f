using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Injector.Sandbox.JsonPatch;
using Microsoft.AspNetCore.Http;

namespace Injector.Sandbox.Kubernetes.ApiServer;

/// <summary>Answers requests against an <see cref="ObjectStore"/>.</summary>
internal sealed class ApiRequests
{
    private const string Json = "application/json";
    private const string JsonPatchType = "application/json-patch+json";

    private readonly ObjectStore _store;
    private readonly ApiServerConditions _conditions;
    private readonly PodServices _pods;
    private readonly ObjectCreation _creation;

    public ApiRequests(ObjectStore store, ApiServerConditions conditions, PodServices pods)
    {
        _store = store;
        _conditions = conditions;
        _pods = pods;
        _creation = new ObjectCreation(store, pods);
    }

    public async Task AnswerAsync(HttpContext context)
    {
        if (_conditions.IsAway)
        {
            context.Abort();
            return;
        }

        try
        {
            await RouteAsync(context);
        }
        catch (ApiFailure failure)
        {
            await WriteAsync(context, failure.Code, Status(failure));
        }
        catch (JsonException)
        {
            await WriteAsync(context, StatusCodes.Status400BadRequest, Status(new ApiFailure(400, "BadRequest", "the body is not JSON")));
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
    }

    private async Task RouteAsync(HttpContext context)
    {
        if (context.Request.Path == "/version")
        {
            await WriteAsync(context, StatusCodes.Status200OK, new JsonObject { ["major"] = "1", ["minor"] = "36", ["gitVersion"] = _conditions.Version });
            return;
        }

        if (ApiDiscovery.Document(context.Request.Path.Value ?? string.Empty) is { } document)
        {
            await WriteAsync(context, StatusCodes.Status200OK, document);
            return;
        }

        if (context.Request.Path == "/openid/v1/jwks" && _pods.TokenKeys is { } keys)
        {
            await WriteAsync(context, StatusCodes.Status200OK, keys());
            return;
        }

        if (context.Request.Path == "/openapi/v2")
        {
            // An empty document in the binary form that clients ask for: they then check nothing by it.
            context.Response.ContentType = "application/octet-stream";
            return;
        }

        if (PodExecution.Read(context.Request) is { } command && _pods.Execute is { } execute)
        {
            await PodExecution.AnswerAsync(context, command, execute);
            return;
        }

        var route = ApiRoute.Read(context.Request);
        _conditions.Check(context.Request, route);
        switch (route.Verb)
        {
            case "watch":
                await WatchAsync(context, route);
                break;
            case "list":
                await WriteAsync(context, StatusCodes.Status200OK, List(context, route));
                break;
            case "get":
                await WriteAsync(context, StatusCodes.Status200OK, _store.Get(route.Collection, Name(route)));
                break;
            case "create":
                await WriteAsync(context, StatusCodes.Status201Created, await _creation.CreateAsync(context, route, await BodyAsync(context)));
                break;
            case "update":
                await WriteAsync(context, StatusCodes.Status200OK, _store.Replace(route.Collection, Name(route), await BodyAsync(context)));
                break;
            case "patch":
                await PatchAsync(context, route);
                break;
            default:
                var deleted = _store.Delete(route.Collection, Name(route));
                await WriteAsync(context, StatusCodes.Status200OK, IsOfPods(route) ? deleted : new JsonObject { ["kind"] = "Status", ["apiVersion"] = "v1", ["status"] = "Success" });
                break;
        }
    }

    // A pod is told back, since it lives on for its grace period.
    private static bool IsOfPods(ApiRoute route) => route.Collection.EndsWith("/pods", StringComparison.Ordinal);

    private async Task PatchAsync(HttpContext context, ApiRoute route)
    {
        if (context.Request.ContentType != JsonPatchType)
        {
            throw new ApiFailure(StatusCodes.Status415UnsupportedMediaType, "UnsupportedMediaType", "this server takes JSON patches only");
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        try
        {
            var patch = JsonPatchDocument.Parse(body.ToArray());
            await WriteAsync(context, StatusCodes.Status200OK, _store.Change(route.Collection, Name(route), former => patch.Apply(former)?.AsObject() ?? former));
        }
        catch (JsonPatchException refused)
        {
            throw new ApiFailure(StatusCodes.Status422UnprocessableEntity, "Invalid", refused.Message);
        }
    }

    private async Task WatchAsync(HttpContext context, ApiRoute route)
    {
        var given = context.Request.Query["resourceVersion"].ToString();
        var hasVersion = long.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && version > 0;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _conditions.Interruption);
        context.Response.ContentType = Json;
        await context.Response.StartAsync(end.Token);

        // Without a change there is no body for long: a client must see that its watch has begun, or it cannot end it.
        await context.Response.Body.FlushAsync(end.Token);
        if (!hasVersion)
        {
            (version, var items) = _store.List(route.Collection);
            foreach (var item in items)
            {
                await TellAsync(context, route, "ADDED", item, end.Token);
            }
        }

        while (true)
        {
            IReadOnlyList<ApiEvent> changes;
            try
            {
                changes = await _store.ChangesAsync(route.Collection, version, end.Token);
            }
            catch (ApiFailure expired)
            {
                await WriteLineAsync(context, "ERROR", Status(expired), end.Token);
                return;
            }

            foreach (var change in changes)
            {
                version = change.Version;
                await TellAsync(context, route, change.Type, change.Object.Body, end.Token);
            }
        }
    }

    private static Task TellAsync(HttpContext context, ApiRoute route, string type, JsonObject body, CancellationToken cancellationToken) =>
        Asks(context, route, body) ? WriteLineAsync(context, type, body, cancellationToken) : Task.CompletedTask;

    private static bool Asks(HttpContext context, ApiRoute route, JsonObject body) =>
        (route.Name is null || (string?)body["metadata"]?["name"] == route.Name)
        && LabelSelector.OfQuery(context.Request.Query["labelSelector"].ToString()).Chooses(body);

    private static async Task WriteLineAsync(HttpContext context, string type, JsonObject body, CancellationToken cancellationToken)
    {
        var line = new JsonObject { ["type"] = type, ["object"] = body.DeepClone() }.ToJsonString() + "\n";
        await context.Response.WriteAsync(line, cancellationToken);
        await context.Response.Body.FlushAsync(cancellationToken);
    }

    private JsonObject List(HttpContext context, ApiRoute route)
    {
        var (version, items) = _store.List(route.Collection);
        var resource = ApiResources.Of(route.Collection);
        return new JsonObject
        {
            ["kind"] = $"{resource?.Kind}List",
            ["apiVersion"] = resource?.GroupVersion ?? "v1",
            ["metadata"] = new JsonObject { ["resourceVersion"] = version.ToString(CultureInfo.InvariantCulture) },
            ["items"] = new JsonArray([.. items.Where(item => Asks(context, route, item))]),
        };
    }

    private static string Name(ApiRoute route) => route.Name ?? throw new ApiFailure(StatusCodes.Status405MethodNotAllowed, "MethodNotAllowed", "the request names no object");

    private static async Task<JsonObject> BodyAsync(HttpContext context)
    {
        if (context.Request.ContentType is { } type && !type.StartsWith(Json, StringComparison.Ordinal))
        {
            throw new ApiFailure(StatusCodes.Status415UnsupportedMediaType, "UnsupportedMediaType", $"this server reads JSON only, not {type}");
        }

        return await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted) as JsonObject
            ?? throw new ApiFailure(StatusCodes.Status400BadRequest, "BadRequest", "the body is no object");
    }

    private static JsonObject Status(ApiFailure failure) => new()
    {
        ["kind"] = "Status",
        ["apiVersion"] = "v1",
        ["status"] = "Failure",
        ["message"] = failure.Message,
        ["reason"] = failure.Reason,
        ["code"] = failure.Code,
    };

    private static async Task WriteAsync(HttpContext context, int status, JsonObject body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = Json;
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body.ToJsonString()), context.RequestAborted);
    }
}
