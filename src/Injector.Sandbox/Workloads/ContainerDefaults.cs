using System.Text.Json.Nodes;

namespace Injector.Sandbox.Workloads;

/// <summary>The API server's defaults of one container.</summary>
internal static class ContainerDefaults
{
    private static readonly string[] Probes = ["livenessProbe", "readinessProbe", "startupProbe"];
    private static readonly string[] Hooks = ["postStart", "preStop"];

    public static void Apply(JsonObject container)
    {
        container.Default("terminationMessagePath", "/dev/termination-log");
        container.Default("terminationMessagePolicy", "File");
        container.Default("imagePullPolicy", IsMoving(container.Text("image") ?? string.Empty) ? "Always" : "IfNotPresent");
        container.Default("resources", new JsonObject());
        Requests(container.Map("resources"));
        foreach (var port in container.Objects("ports"))
        {
            port.Default("protocol", "TCP");
        }

        foreach (var variable in container.Objects("env"))
        {
            if ((variable["valueFrom"] as JsonObject)?["fieldRef"] is JsonObject field)
            {
                field.Default("apiVersion", "v1");
            }
        }

        foreach (var probe in Probes.Select(name => container[name]).OfType<JsonObject>())
        {
            probe.Default("timeoutSeconds", 1);
            probe.Default("periodSeconds", 10);
            probe.Default("successThreshold", 1);
            probe.Default("failureThreshold", 3);
            Action(probe);
        }

        foreach (var hook in Hooks.Select(name => (container["lifecycle"] as JsonObject)?[name]).OfType<JsonObject>())
        {
            Action(hook);
        }
    }

    /// <summary>Without a request the limit is the request.</summary>
    private static void Requests(JsonObject resources)
    {
        foreach (var amounts in ((string[])["limits", "requests"]).Select(name => resources[name]).OfType<JsonObject>())
        {
            // The API server writes amounts as text, however they were given.
            foreach (var (name, amount) in amounts.Where(one => one.Value is JsonValue value && !value.TryGetValue<string>(out _)).ToList())
            {
                amounts[name] = amount?.ToJsonString();
            }
        }

        if (resources["limits"] is JsonObject { Count: > 0 } limits)
        {
            var requests = resources.Map("requests");
            foreach (var (name, limit) in limits)
            {
                requests.Default(name, limit?.DeepClone());
            }
        }
    }

    private static void Action(JsonObject action)
    {
        if (action["httpGet"] is JsonObject http)
        {
            http.Default("path", "/");
            http.Default("scheme", "HTTP");
        }

        if (action["grpc"] is JsonObject grpc)
        {
            grpc.Default("service", string.Empty);
        }
    }

    /// <summary>A digest or a tag other than <c>latest</c> says which image is meant.</summary>
    private static bool IsMoving(string image)
    {
        if (image.Contains('@', StringComparison.Ordinal))
        {
            return false;
        }

        var name = image[(image.LastIndexOf('/') + 1)..];
        var tag = name.IndexOf(':', StringComparison.Ordinal);
        return tag < 0 || name[(tag + 1)..] == "latest";
    }
}
