using System.Text.Json;

namespace Injector.Sandbox.Pods.Specification;

/// <summary>One entry of <c>envFrom</c>.</summary>
internal sealed record VariableGroup(string Prefix, ProjectionSource Source)
{
    public static VariableGroup Read(JsonElement group)
    {
        var prefix = group.Text("prefix") ?? string.Empty;
        if (group.Child("configMapRef") is { } configMap)
        {
            return new VariableGroup(prefix, new ProjectionSource.ConfigMap(configMap.RequiredText("name"), [], configMap.Flag("optional") ?? false));
        }

        return group.Child("secretRef") is { } secret
            ? new VariableGroup(prefix, new ProjectionSource.Secret(secret.RequiredText("name"), [], secret.Flag("optional") ?? false))
            : throw new PodSpecificationException("An entry of 'envFrom' names neither a ConfigMap nor a Secret.");
    }
}
