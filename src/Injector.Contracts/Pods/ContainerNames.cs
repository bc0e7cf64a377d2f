namespace Injector.Contracts.Pods;

/// <summary>Names of the containers the webhook adds. Users rely on them in <c>kubectl logs -c</c>, JSON patches and dashboards.</summary>
public static class ContainerNames
{
    /// <summary>The init container that renders every file once before the app starts.</summary>
    public const string Init = "vault-agent-init";

    /// <summary>The sidecar that keeps the files fresh; also the one container of the native mode.</summary>
    public const string Sidecar = "vault-agent";
}
