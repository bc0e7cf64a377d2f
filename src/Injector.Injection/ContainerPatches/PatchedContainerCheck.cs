using System.Collections.Frozen;
using System.Text.Json;
using Injector.Contracts.Annotations.Values;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Texts;
using Injector.Injection.Pods;
using Injector.Injection.Reporting;

namespace Injector.Injection.ContainerPatches;

/// <summary>Checks that a patched container is one Kubernetes can read; fields it does not have are taken out.</summary>
internal static class PatchedContainerCheck
{
    public static void Run(JsonTree container, string key, Report report)
    {
        if (Check(container, ContainerSchema.Root, string.Empty, dropped => report.Warn(Catalogue.Injection.FieldDropped.For(key, key, dropped))) is { } fault)
        {
            report.Deny(DenialStage.Patch, Catalogue.Injection.JsonPatchResult.For(key, key, fault));
        }
    }

    private static string? Check(JsonTree value, string type, string path, Action<string> dropped)
    {
        if (type == "any" || value is JsonLeaf { IsNull: true })
        {
            return null;
        }

        if (type.EndsWith('*'))
        {
            return value is JsonList list
                ? list.Items.Select(item => Check(item, type[..^1], path, dropped)).FirstOrDefault(fault => fault is not null)
                : $"'{path}' is no list";
        }

        return ContainerSchema.Types.TryGetValue(type, out var fields) ? CheckObject(value, fields, path, dropped)
            : type is "{q}" ? CheckMap(value, path)
            : value is JsonLeaf leaf && IsOf(leaf.Element, type) ? null
            : $"'{path}' is not {NameOf(type)}";
    }

    private static string? CheckObject(JsonTree value, FrozenDictionary<string, string> fields, string path, Action<string> dropped)
    {
        if (value is not JsonMap map)
        {
            return $"'{path}' is no object";
        }

        foreach (var (name, member) in map.Members.ToArray())
        {
            if (!fields.TryGetValue(name, out var type))
            {
                map.Remove(name);
                dropped($"{path}/{name}");
            }
            else if (Check(member, type, $"{path}/{name}", dropped) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    private static string? CheckMap(JsonTree value, string path)
    {
        if (value is not JsonMap map)
        {
            return $"'{path}' is no object";
        }

        var wrong = map.Members.FirstOrDefault(member => member.Value is not JsonLeaf leaf || !(leaf.IsNull || IsOf(leaf.Element, "q")));
        return wrong.Key is null ? null : $"'{path}/{wrong.Key}' is no quantity";
    }

    private static bool IsOf(JsonElement value, string type) => (type, value.ValueKind) switch
    {
        ("s", JsonValueKind.String) => true,
        ("b", JsonValueKind.True or JsonValueKind.False) => true,
        ("i" or "is", JsonValueKind.Number) => value.TryGetInt64(out _),
        ("is", JsonValueKind.String) => true,
        ("q", JsonValueKind.String) => KubernetesQuantity.IsValid(value.Text() ?? string.Empty),
        ("q", JsonValueKind.Number) => KubernetesQuantity.IsValid(value.GetRawText()),
        _ => false,
    };

    private static string NameOf(string type) => type switch
    {
        "s" => "a text",
        "b" => "true or false",
        "i" => "a whole number",
        "q" => "a quantity",
        _ => "a number or text",
    };
}
