using System.Text;
using Injector.Sandbox.Kubernetes;
using Injector.Sandbox.Pods.Environments;
using Injector.Sandbox.Pods.Specification;

namespace Injector.Sandbox.Pods.Volumes;

/// <summary>Computes the files of projected volumes.</summary>
internal sealed class VolumeContent(PodSpecification pod, ClusterObjects objects, IServiceAccountTokens tokens)
{
    // The kubelet renews a token when 80 % of its life are over, and at the latest after a day.
    private const double RenewAt = 0.8;
    private static readonly TimeSpan RenewAtLatest = TimeSpan.FromHours(24);
    private readonly PodFieldValues _fields = new(pod);

    public ProjectedContent Of(VolumeSpecification.Projected volume)
    {
        var files = volume.Sources.SelectMany(source => Files(source, (UnixFileMode)volume.Mode)).ToList();
        var renewals = volume.Sources.OfType<ProjectionSource.Token>().Select(token => token.Expiration * RenewAt).Append(RenewAtLatest).Min();
        return new ProjectedContent(files, volume.Sources.Any(source => source is ProjectionSource.Token) ? renewals : null);
    }

    private IEnumerable<ProjectedFile> Files(ProjectionSource source, UnixFileMode mode) => source switch
    {
        ProjectionSource.Token token => [new ProjectedFile(token.Path, Encoding.UTF8.GetBytes(Issue(token)), TokenMode(mode))],
        ProjectionSource.ConfigMap map => Entries("ConfigMap", objects.ConfigMap(pod.Namespace, map.Name), map.Name, map.Items, map.IsOptional, mode),
        ProjectionSource.Secret secret => Entries("Secret", objects.Secret(pod.Namespace, secret.Name), secret.Name, secret.Items, secret.IsOptional, mode),
        ProjectionSource.DownwardApi downward => downward.Items.Select(item => new ProjectedFile(
            item.Path,
            Encoding.UTF8.GetBytes(item.Field is { } field ? _fields.Value(field, null) : string.Empty),
            Mode(item, mode))),
        _ => [],
    };

    private IEnumerable<ProjectedFile> Entries(
        string kind, IReadOnlyDictionary<string, byte[]>? entries, string name, IReadOnlyList<ProjectionItem> items, bool optional, UnixFileMode mode)
    {
        if (entries is null)
        {
            return optional ? [] : throw new PodSpecificationException(
                $"{kind} '{name}' is not there: a cluster would keep the pod in ContainerCreating. Give it to the runner, or mark the volume as optional.");
        }

        if (items.Count == 0)
        {
            return entries.Select(entry => new ProjectedFile(entry.Key, entry.Value, Shared(mode)));
        }

        return items.Where(item => entries.ContainsKey(item.Key) || (optional ? false : throw new PodSpecificationException($"{kind} '{name}' has no key '{item.Key}'.")))
            .Select(item => new ProjectedFile(item.Path, entries[item.Key], Mode(item, mode)));
    }

    private string Issue(ProjectionSource.Token token) => tokens.Issue(new ServiceAccountTokenRequest
    {
        Namespace = pod.Namespace,
        ServiceAccount = pod.ServiceAccount,
        Audiences = token.Audience is { Length: > 0 } audience ? [audience] : [],
        Lifetime = token.Expiration,
        PodName = pod.Name,
        PodUid = pod.Uid,
    }).Reveal();

    private UnixFileMode Mode(ProjectionItem item, UnixFileMode mode) => Shared(item.Mode is { } own ? (UnixFileMode)own : mode);

    /// <summary>With a group for file systems the kubelet lets that group read every file.</summary>
    private UnixFileMode Shared(UnixFileMode mode) => pod.Security.FilesystemGroup is null ? mode : mode | UnixFileMode.GroupRead;

    /// <summary>A token is for its owner alone when the pod has one user or a group for file systems.</summary>
    private UnixFileMode TokenMode(UnixFileMode mode) => pod.Security.FilesystemGroup is null && pod.CommonUser() is null
        ? mode
        : Shared(UnixFileMode.UserRead | UnixFileMode.UserWrite);
}
