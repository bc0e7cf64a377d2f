using Injector.Kube.Api;

namespace Injector.Webhook.Certificates.SelfSigned;

/// <summary>What the replicas share, and what this one is called.</summary>
internal sealed record SharedObjects
{
    public required IKubeApi Api { get; init; }

    /// <summary>Holds the authority.</summary>
    public required KubePath Secret { get; init; }

    /// <summary>Guards the writer of <c>caBundle</c>.</summary>
    public required KubePath Lease { get; init; }

    /// <summary>Whose <c>caBundle</c> is maintained.</summary>
    public required IReadOnlyList<KubePath> Configurations { get; init; }

    /// <summary>Names and addresses of the serving certificate.</summary>
    public required IReadOnlyList<string> Hosts { get; init; }

    /// <summary>This replica's name.</summary>
    public required string Identity { get; init; }
}
