using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Injector.Contracts.Annotations;

namespace Injector.Injection.Tests.Properties;

/// <summary>Random pods with random annotations: mostly sensible values, some nonsense.</summary>
internal static class RandomPods
{
    private static readonly string[] Suffixes = ["a", "Db", "app.env", "file-x", "token", "x_1"];

    private static readonly string[] Nonsense =
        ["", " ", "true", "false", "1", "-1", "x", "{{", "{{ secret \"a\" }}", "../x", "/a/b", "a,b", "5s", "64Mi", "[]", "[{\"op\":\"remove\",\"path\":\"/env\"}]", "null", "\ud800", "\u0000", "日本"];

    private static readonly Gen<string> Keys = Gen.OneOf(
        Gen.Elements(AnnotationCatalogue.All.Where(entry => entry.Scope == AnnotationScope.Pod).Select(entry => entry.Name).ToArray()),
        from family in Gen.Elements(AnnotationCatalogue.All.Where(entry => entry.Scope != AnnotationScope.Pod).ToArray())
        from suffix in Gen.Elements(Suffixes)
        select family.For(suffix),
        Gen.Elements("agent-inject-secrt-a", "unknown", ""));

    private static readonly Gen<string> Prefix = Gen.Elements(AnnotationPrefixes.All.ToArray());

    public static Gen<JsonObject> Pods =>
        from annotations in Annotations().ListOf()
        from containers in Container("app").ListOf(2)
        from initContainers in Container("init").ListOf(1)
        from shape in Gen.Choose(0, 11)
        select Pod(annotations, containers, initContainers, shape);

    private static Gen<(string Key, string Value)> Annotations() =>
        from prefix in Prefix
        from name in Keys
        from value in ValueOf(name)
        select (prefix + name, value);

    private static Gen<string> ValueOf(string name)
    {
        var definition = AnnotationCatalogue.Find(name, out _);
        var sensible = definition switch
        {
            { Example.Length: > 0 } => Gen.Constant(definition.Example),
            _ => Gen.Elements("a", "kv/a"),
        };
        return Gen.Frequency((4, sensible), (1, Gen.Elements(Nonsense)));
    }

    private static Gen<JsonObject> Container(string name) =>
        from mounts in Gen.SubListOf("/data", "/vault", "/etc/x", "/var/run/secrets/kubernetes.io/serviceaccount")
        from number in Gen.Choose(0, 9)
        select new JsonObject
        {
            ["name"] = name,
            ["image"] = "i:1",
            ["futureField"] = JsonNode.Parse($"{{\"a\":{number}.0}}"),
            ["volumeMounts"] = new JsonArray([.. mounts.Select(path => (JsonNode)new JsonObject { ["name"] = "own", ["mountPath"] = path })]),
        };

    private static JsonObject Pod(IEnumerable<(string Key, string Value)> annotations, IEnumerable<JsonObject> containers, IEnumerable<JsonObject> initContainers, int shape)
    {
        var map = new JsonObject { ["vault.hashicorp.com/agent-inject"] = "true", ["vault.hashicorp.com/role"] = "r", ["vault.hashicorp.com/agent-inject-secret-a"] = "kv/a" };
        foreach (var (key, value) in annotations)
        {
            map[key] = value;
        }

        var spec = new JsonObject
        {
            ["containers"] = Numbered(containers.Append(new JsonObject { ["name"] = "web", ["image"] = "i:1" })),
            ["volumes"] = new JsonArray(new JsonObject { ["name"] = "own", ["emptyDir"] = new JsonObject() }),
            ["futureField"] = JsonNode.Parse("{\"a\":1}"),
        };
        if (shape > 3)
        {
            spec["initContainers"] = Numbered(initContainers);
        }

        if (shape > 9)
        {
            spec["shareProcessNamespace"] = shape == 10;
        }

        return new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Pod",
            ["metadata"] = new JsonObject { ["name"] = "p", ["namespace"] = "app", ["annotations"] = map },
            ["spec"] = spec,
        };
    }

    private static JsonArray Numbered(IEnumerable<JsonObject> containers)
    {
        var list = new JsonArray();
        foreach (var container in containers)
        {
            container["name"] = $"{container["name"]}-{list.Count}";
            list.Add((JsonNode)container);
        }

        return list;
    }
}
