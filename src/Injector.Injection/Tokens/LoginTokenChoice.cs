using System.Text.Json;
using Injector.Contracts.Annotations;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Pods;
using Injector.Injection.Annotations;
using Injector.Injection.Pods;
using Injector.Injection.Reporting;
using static Injector.Contracts.Annotations.AnnotationCatalogue;

namespace Injector.Injection.Tokens;

/// <summary>Chooses the token the agent logs in with.</summary>
internal static class LoginTokenChoice
{
    private const string Word = "serviceaccount";

    private static readonly TimeSpan ShortestExpiry = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestExpiry = TimeSpan.FromSeconds(1L << 32);

    /// <summary>The token; null when it cannot be chosen, which is then reported.</summary>
    public static LoginToken? Of(PodView pod, AnnotationReader reader)
    {
        var projection = ReadProjection(reader);
        if (pod.Containers.Count == 0)
        {
            reader.Report.Deny(
                DenialStage.Settings, Catalogue.Injection.PodUnreadable.For("pod", "it has no containers"), "failed to find service account volume mount");
            return null;
        }

        var volume = reader.Text(TokenVolumeName);
        if (volume.Length > 0)
        {
            return FromVolume(pod, reader, volume);
        }

        if (reader.Choice(TokenSource) != "projected" && FromMount(pod) is { } mounted)
        {
            return mounted;
        }

        if (!reader.Annotations.TryGet(TokenSource.Name, out var source) || source.Text != "projected")
        {
            reader.Report.Warn(Catalogue.Injection.OwnToken.For(TokenSource.Name));
        }

        // At the usual path: files of a ConfigMap expect it there, and the ServiceAccount plugin, which runs again after us, then adds no second token.
        return new LoginToken { Volume = VolumeNames.Token, MountPath = PodPaths.ServiceAccount, File = "token", Projection = projection };
    }

    // Kubernetes' own mount comes before whatever else has the word in its path: IRSA, EKS Pod Identity or a mount of the user's.
    private static LoginToken? FromMount(PodView pod)
    {
        MountView? candidate = null;
        foreach (var mount in pod.Containers.SelectMany(container => container.Mounts))
        {
            var path = mount.Path;
            if (path.Contains("kubernetes.io/serviceaccount", StringComparison.Ordinal))
            {
                candidate = mount;
                break;
            }

            if (candidate is null && path.Contains(Word, StringComparison.Ordinal) && !path.Contains("eks.amazonaws.com", StringComparison.Ordinal))
            {
                candidate = mount;
            }
        }

        return candidate is { } chosen ? new LoginToken { Volume = chosen.Volume, MountPath = chosen.Path, File = "token", Mount = chosen } : null;
    }

    private static LoginToken? FromVolume(PodView pod, AnnotationReader reader, string name)
    {
        var volume = pod.Volumes.FirstOrDefault(candidate => candidate.Text("name"u8) == name);
        var mounts = pod.Containers.SelectMany(container => container.Mounts).Where(mount => mount.Volume == name).Take(1).ToArray();
        var key = reader.Annotations.KeyOf(TokenVolumeName);
        if (volume.ValueKind != JsonValueKind.Object)
        {
            var (diagnostic, words) = mounts.Length == 0
                ? (Catalogue.Injection.TokenVolumeUnknown.For(key, key, name), $"failed to find service account volume \"{name}\"")
                : (Catalogue.Injection.TokenVolumeMissing.For(key, name), $"failed to find volume \"{name}\" in Pod \"{pod.Name}\" volumes");
            reader.Report.Deny(DenialStage.Settings, diagnostic, words);
            return null;
        }

        var file = volume.Member("projected"u8).Member("sources"u8).Items()
            .Select(source => source.Member("serviceAccountToken"u8).Text("path"u8))
            .FirstOrDefault(path => path.Length > 0);
        if (file is null)
        {
            reader.Report.Deny(
                DenialStage.Settings,
                Catalogue.Injection.TokenPathMissing.For(key, name),
                $"failed to find tokenPath for projected volume \"{name}\"");
            return null;
        }

        return mounts.Length == 0
            ? new LoginToken { Volume = name, MountPath = PodPaths.ServiceAccountOfAgent, File = file }
            : new LoginToken { Volume = name, MountPath = mounts[0].Path, File = file, Mount = mounts[0] };
    }

    private static TokenProjection ReadProjection(AnnotationReader reader)
    {
        reader.OwnDuration(TokenExpiry, out var expiry);
        if (expiry < ShortestExpiry || expiry > LongestExpiry)
        {
            reader.Annotations.TryGet(TokenExpiry.Name, out var entry);
            reader.Invalid(entry, "a duration of at least 10m", DenialStage.Beyond);
        }

        return new TokenProjection(reader.Text(TokenAudience), (long)expiry.TotalSeconds);
    }
}
