namespace Injector.Sandbox.Kubernetes.ApiServer;

/// <summary>The kinds that clients discover here: what the chart, the examples and the webhook use.</summary>
internal static class ApiResources
{
    private const string Workloads = "apps/v1";
    private const string Jobs = "batch/v1";
    private const string Admission = "admissionregistration.k8s.io/v1";
    private const string Rights = "rbac.authorization.k8s.io/v1";

    public static IReadOnlyList<ApiResource> All { get; } =
    [
        new("v1", "namespaces", "Namespace", false) { ShortName = "ns" },
        new("v1", "nodes", "Node", false) { ShortName = "no" },
        new("v1", "pods", "Pod", true) { ShortName = "po" },
        new("v1", "services", "Service", true) { ShortName = "svc" },
        new("v1", "serviceaccounts", "ServiceAccount", true) { ShortName = "sa" },
        new("v1", "secrets", "Secret", true),
        new("v1", "configmaps", "ConfigMap", true) { ShortName = "cm" },
        new("v1", "events", "Event", true) { ShortName = "ev" },
        new(Workloads, "deployments", "Deployment", true) { ShortName = "deploy" },
        new(Workloads, "replicasets", "ReplicaSet", true) { ShortName = "rs" },
        new(Workloads, "statefulsets", "StatefulSet", true) { ShortName = "sts" },
        new(Workloads, "daemonsets", "DaemonSet", true) { ShortName = "ds" },
        new(Jobs, "jobs", "Job", true),
        new(Jobs, "cronjobs", "CronJob", true) { ShortName = "cj" },
        new(Admission, "mutatingwebhookconfigurations", "MutatingWebhookConfiguration", false),
        new(Admission, "validatingwebhookconfigurations", "ValidatingWebhookConfiguration", false),
        new(Rights, "roles", "Role", true),
        new(Rights, "rolebindings", "RoleBinding", true),
        new(Rights, "clusterroles", "ClusterRole", false),
        new(Rights, "clusterrolebindings", "ClusterRoleBinding", false),
        new("policy/v1", "poddisruptionbudgets", "PodDisruptionBudget", true) { ShortName = "pdb" },
        new("networking.k8s.io/v1", "networkpolicies", "NetworkPolicy", true) { ShortName = "netpol" },
        new("coordination.k8s.io/v1", "leases", "Lease", true),
    ];

    /// <summary>Finds the kind of a collection.</summary>
    /// <param name="collection">Its path.</param>
    /// <returns>The kind; null when clients discover none of that path.</returns>
    public static ApiResource? Of(string collection)
    {
        var parts = collection.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var groupVersion = parts is ["api", ..] ? parts[1] : $"{parts[1]}/{parts[2]}";
        return All.FirstOrDefault(one => one.GroupVersion == groupVersion && one.Plural == parts[^1]);
    }
}
