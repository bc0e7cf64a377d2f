using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Injector.Contracts.Annotations;
using Injector.Contracts.Diagnostics;
using Injector.Injection.Pods;
using Injector.Injection.Reporting;

namespace Injector.Injection.Annotations;

/// <summary>Reads the annotations of a pod that are ours.</summary>
internal static class PodAnnotations
{
    private static readonly byte[][] Prefixes = [.. AnnotationPrefixes.All.Select(Encoding.UTF8.GetBytes)];

    public static void Read(JsonElement annotations, AnnotationSet set, Report report)
    {
        if (annotations.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var property in annotations.EnumerateObject())
        {
            if (!MayBeOurs(JsonMarshal.GetRawUtf8PropertyName(property)))
            {
                continue;
            }

            var text = property.Value.ValueKind == JsonValueKind.Null ? string.Empty : property.Value.Text();
            if (text is null)
            {
                report.Deny(DenialStage.Pod, Catalogue.Injection.PodUnreadable.For(property.Name, $"annotation '{property.Name}' is no text"));
            }

            set.AddFromPod(property.Name, text ?? string.Empty, report);
        }
    }

    // Compares bytes: most annotations of a pod are not ours and are never made a text.
    private static bool MayBeOurs(ReadOnlySpan<byte> name)
    {
        foreach (var prefix in Prefixes)
        {
            if (name.StartsWith(prefix))
            {
                return true;
            }
        }

        return name.Contains((byte)'\\');
    }
}
