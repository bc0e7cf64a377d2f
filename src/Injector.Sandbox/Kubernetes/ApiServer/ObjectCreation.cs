using System.Text.Json.Nodes;
using Injector.Sandbox.Workloads;
using Microsoft.AspNetCore.Http;

namespace Injector.Sandbox.Kubernetes.ApiServer;

/// <summary>What an API server does with a submitted object before it stores it.</summary>
internal sealed class ObjectCreation(ObjectStore store, PodServices pods)
{
    /// <summary>Creates an object; with <c>dryRun=All</c> it is only made and shown.</summary>
    public async Task<JsonObject> CreateAsync(HttpContext context, ApiRoute route, JsonObject body)
    {
        var resource = ApiResources.Of(route.Collection);
        if (resource is not null)
        {
            body.Default("apiVersion", resource.GroupVersion);
            body.Default("kind", resource.Kind);
        }

        if (route.Namespace is { } space)
        {
            body.Map("metadata")["namespace"] = space;
        }

        Complete(resource?.Kind, body);
        if (resource?.Kind == "Pod" && pods.Admit is { } admit)
        {
            var admitted = await admit(body, context.RequestAborted);
            body = admitted.Body;
            Warn(context, admitted.Warnings);
        }
        else if (resource is not null && body["spec"]?["template"] is not null && pods.Validate is { } validate)
        {
            Warn(context, await validate(body, resource, context.RequestAborted));
        }

        return context.Request.Query["dryRun"] == "All" ? body : store.Create(route.Collection, body);
    }

    private static void Warn(HttpContext context, IEnumerable<string> warnings)
    {
        foreach (var warning in warnings)
        {
            context.Response.Headers.Append("Warning", $"299 - \"{warning.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
        }
    }

    /// <summary>The defaults that clients wait for or select by.</summary>
    private static void Complete(string? kind, JsonObject body)
    {
        switch (kind)
        {
            case "Namespace":
                body.Map("metadata").Map("labels")["kubernetes.io/metadata.name"] = body.Map("metadata").Text("name");
                body["status"] = new JsonObject { ["phase"] = "Active" };
                break;
            case "Service":
                // All pods share this machine's loopback interface.
                body.Map("spec").Default("clusterIP", "127.0.0.1");
                break;
            case "Deployment":
                body.Map("metadata")["generation"] = 1;

                // Two pods of one template would listen on the same port of that interface: this cluster has room for one.
                body.Map("spec")["replicas"] = 1;
                break;
            default:
                break;
        }
    }
}
