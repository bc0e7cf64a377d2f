namespace Injector.EndToEnd.Tests.HighAvailability;

/// <summary>What the scenario needs of an API server, in memory or real.</summary>
internal interface IApiServer : IAsyncDisposable
{
    /// <summary>Where replicas find it.</summary>
    Uri Address { get; }

    /// <summary>The folder of the replicas' credentials.</summary>
    string ServiceAccountFolder { get; }

    /// <summary>Name of the webhook configuration, and of what the replicas share.</summary>
    string Name { get; }

    /// <summary>The names replicas must put into their certificates.</summary>
    string Hosts { get; }

    /// <summary>How long it may take to heed a change of a webhook configuration. In a cluster a kubelet's probe and the way to kube-proxy take longer.</summary>
    TimeSpan Heeding { get; }

    /// <summary>Registers the webhook behind a Service.</summary>
    Task RegisterAsync(int servicePort);

    /// <summary>The trusted certificates as they are published now.</summary>
    Task<string> BundleAsync();

    /// <summary>Writes something else in their place.</summary>
    Task DamageBundleAsync();

    /// <summary>Deletes the Secret of the authority.</summary>
    Task DeleteAuthorityAsync();

    /// <summary>Asks for a new authority.</summary>
    Task RotateAuthorityAsync();

    /// <summary>Who holds the Lease.</summary>
    Task<string> LeaderAsync();

    /// <summary>Has one pod admitted and checks that it was injected.</summary>
    /// <exception cref="HttpRequestException">The webhook could not be called, or its answer was not what it should be.</exception>
    Task AdmitAsync(AdmissionConnection connection, CancellationToken cancellationToken);
}
