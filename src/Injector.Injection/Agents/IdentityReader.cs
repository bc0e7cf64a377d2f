using System.Text.Json;
using Injector.Contracts.Annotations;
using Injector.Contracts.Diagnostics;
using Injector.Injection.Annotations;
using Injector.Injection.Pods;
using Injector.Injection.Reporting;
using static Injector.Contracts.Annotations.AnnotationCatalogue;

namespace Injector.Injection.Agents;

/// <summary>Reads as whom the agent containers run.</summary>
internal static class IdentityReader
{
    public static AgentIdentity? Read(PodView pod, AnnotationReader reader)
    {
        var user = ReadId(reader, RunAsUser);
        var group = ReadId(reader, RunAsGroup);
        if (reader.Boolean(RunAsSameUser) && SameUser(pod, reader) is { } sameUser)
        {
            user = sameUser;
        }

        var seccomp = reader.Text(SeccompProfile);
        if (!IsWanted(reader))
        {
            reader.Report.DenyIfRestricted(reader.Annotations.KeyOf(SetSecurityContext), "false", "the agent would run without a security context");
            return null;
        }

        var identity = new AgentIdentity(user, group, seccomp == "none" ? string.Empty : seccomp);
        if (identity.IsRoot)
        {
            var key = reader.Annotations.KeyOf(user == 0 ? RunAsUser : RunAsGroup);
            reader.Report.DenyIfRestricted(key, "0", "the agent would run as root");
        }

        return identity;
    }

    private static long ReadId(AnnotationReader reader, AnnotationDefinition definition)
    {
        if (reader.Annotations.TryGet(definition.Name, out var entry) && entry.Text.Length == 0)
        {
            reader.Report.Deny(DenialStage.Settings, Catalogue.Injection.EmptyIdentity.For(entry.Key, entry.Key));
        }

        return reader.Integer(definition);
    }

    // An installation that sets no security context by default still does so for pods that say as whom the agent shall run.
    private static bool IsWanted(AnnotationReader reader)
    {
        var wanted = reader.Boolean(SetSecurityContext);
        reader.Annotations.TryGet(SetSecurityContext.Name, out var entry);
        return wanted || (entry.Origin > AnnotationOrigin.Namespace
            && (reader.Annotations.IsOnPod(RunAsUser) || reader.Annotations.IsOnPod(RunAsGroup) || reader.Annotations.IsOnPod(RunAsSameUser)));
    }

    private static long? SameUser(PodView pod, AnnotationReader reader)
    {
        var context = pod.Containers.Count > 0 ? pod.Containers[0].Element.Member("securityContext"u8) : default;
        var user = context.Member("runAsUser"u8);
        var (words, reason) = (pod.Containers.Count, context.ValueKind, user.ValueKind) switch
        {
            (0, _, _) => ("No containers found in Pod Spec", "the pod has no containers"),
            (_, not JsonValueKind.Object, _) => ("No SecurityContext found for Container 0", "that container has no security context"),
            (_, _, not JsonValueKind.Number) => ("RunAsUser is nil for Container 0's SecurityContext", "its security context names no user"),
            _ when !user.TryGetInt64(out _) => ("RunAsUser is nil for Container 0's SecurityContext", "its user is not a whole number"),
            _ => user.GetInt64() == 0 ? ("container not allowed to run as root", "that user is root") : (string.Empty, string.Empty),
        };
        if (words.Length == 0)
        {
            return user.GetInt64();
        }

        reader.Report.Deny(DenialStage.Settings, Catalogue.Injection.SameUserUnavailable.For(reader.Annotations.KeyOf(RunAsSameUser), reason), words);
        return null;
    }
}
