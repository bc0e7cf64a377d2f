using System.Text.Json;

namespace Injector.Sandbox.Pods.Specification;

/// <summary>Where a variable's value comes from.</summary>
internal abstract record VariableSource
{
    private VariableSource()
    {
    }

    internal sealed record Field(string Path) : VariableSource;

    internal sealed record ConfigMapKey(string Name, string Key, bool IsOptional) : VariableSource;

    internal sealed record SecretKey(string Name, string Key, bool IsOptional) : VariableSource;

    internal sealed record ResourceField(string? Container, string Resource, string? Divisor) : VariableSource;

    internal sealed record FileKey(string Volume, string Path, string Key, bool IsOptional) : VariableSource;

    public static VariableSource Read(JsonElement source) => source switch
    {
        _ when source.Child("fieldRef") is { } field => new Field(field.RequiredText("fieldPath")),
        _ when source.Child("configMapKeyRef") is { } key => new ConfigMapKey(key.RequiredText("name"), key.RequiredText("key"), key.Flag("optional") ?? false),
        _ when source.Child("secretKeyRef") is { } key => new SecretKey(key.RequiredText("name"), key.RequiredText("key"), key.Flag("optional") ?? false),
        _ when source.Child("resourceFieldRef") is { } field => new ResourceField(field.Text("containerName"), field.RequiredText("resource"), field.Text("divisor")),
        _ when source.Child("fileKeyRef") is { } file =>
            new FileKey(file.RequiredText("volumeName"), file.RequiredText("path"), file.RequiredText("key"), file.Flag("optional") ?? false),
        _ => throw new PodSpecificationException("A variable's 'valueFrom' names no source."),
    };
}
