namespace Injector.Contracts.Pods;

/// <summary>Paths inside containers. Users rely on them in templates, mounts and scripts.</summary>
public static class PodPaths
{
    /// <summary>Where the rendered files appear unless an annotation says otherwise.</summary>
    public const string Secrets = "/vault/secrets";

    /// <summary>The agent's home, a memory volume.</summary>
    public const string Home = "/home/vault";

    /// <summary>The agent's own token.</summary>
    public const string TokenSink = Home + "/.vault-token";

    /// <summary>The agent's process id.</summary>
    public const string PidFile = Home + "/.pid";

    /// <summary>Mount of the user's ConfigMap with configuration files.</summary>
    public const string Configs = "/vault/configs";

    /// <summary>Mount of the user's extra Secret.</summary>
    public const string Custom = "/vault/custom";

    /// <summary>Mount of the user's TLS Secret.</summary>
    public const string Tls = "/vault/tls";

    /// <summary>Mount of the persistent cache.</summary>
    public const string AgentCache = "/vault/agent-cache";

    /// <summary>Where Kubernetes mounts the pod's ServiceAccount token.</summary>
    public const string ServiceAccount = "/var/run/secrets/kubernetes.io/serviceaccount";

    /// <summary>Where the agent mounts a token volume that no app container mounts.</summary>
    public const string ServiceAccountOfAgent = "/var/run/secrets/vault.hashicorp.com/serviceaccount";

    /// <summary>The kubelet shows what a container wrote here when it ends.</summary>
    public const string TerminationLog = "/dev/termination-log";

    /// <summary>The agent's executable in our image.</summary>
    public const string AgentExecutable = "/bin/injector-agent";
}
