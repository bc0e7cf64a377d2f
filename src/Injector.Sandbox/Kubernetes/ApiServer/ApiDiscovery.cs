using System.Text.Json.Nodes;

namespace Injector.Sandbox.Kubernetes.ApiServer;

/// <summary>The documents by which clients find out what an API server serves.</summary>
internal static class ApiDiscovery
{
    private static readonly string[] Verbs = ["create", "delete", "get", "list", "patch", "update", "watch"];

    /// <summary>Answers a path of discovery.</summary>
    /// <param name="path">The path of the request.</param>
    /// <returns>The document; null when the path is none of discovery's.</returns>
    public static JsonObject? Document(string path) => path.TrimEnd('/').Split('/', StringSplitOptions.RemoveEmptyEntries) switch
    {
        ["api"] => new JsonObject { ["kind"] = "APIVersions", ["versions"] = new JsonArray("v1") },
        ["apis"] => Groups(),
        ["api", "v1"] => Resources("v1"),
        ["apis", var group, var version] => Resources($"{group}/{version}"),
        _ => null,
    };

    private static JsonObject Groups() => new()
    {
        ["kind"] = "APIGroupList",
        ["apiVersion"] = "v1",
        ["groups"] = new JsonArray([.. ApiResources.All.Select(static one => one.GroupVersion).Where(static one => one != "v1").Distinct().Select(Group)]),
    };

    private static JsonObject Group(string groupVersion) => new()
    {
        ["name"] = groupVersion.Split('/')[0],
        ["versions"] = new JsonArray(Version(groupVersion)),
        ["preferredVersion"] = Version(groupVersion),
    };

    private static JsonObject Version(string groupVersion) => new() { ["groupVersion"] = groupVersion, ["version"] = groupVersion.Split('/')[1] };

    private static JsonObject? Resources(string groupVersion)
    {
        var served = ApiResources.All.Where(one => one.GroupVersion == groupVersion).ToList();
        return served.Count == 0 ? null : new JsonObject
        {
            ["kind"] = "APIResourceList",
            ["apiVersion"] = "v1",
            ["groupVersion"] = groupVersion,
            ["resources"] = new JsonArray([.. served.Select(static one => new JsonObject
            {
                ["name"] = one.Plural,
                ["singularName"] = one.Kind.ToLowerInvariant(),
                ["namespaced"] = one.IsNamespaced,
                ["kind"] = one.Kind,
                ["shortNames"] = new JsonArray([.. one.ShortName.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static name => JsonValue.Create(name))]),
                ["verbs"] = new JsonArray([.. Verbs.Select(static verb => JsonValue.Create(verb))]),
            })]),
        };
    }
}
