using System.Net;
using Injector.EndToEnd.Tests.Chart;
using k8s;
using k8s.Autorest;
using k8s.Models;

namespace Injector.EndToEnd.Tests.HighAvailability;

/// <summary>The chart's ServiceAccount, roles and bindings, in a real cluster.</summary>
internal static class ClusterRights
{
    public static async Task GrantAsync(Kubernetes client, string name, CancellationToken cancellationToken)
    {
        foreach (var item in KubernetesYaml.LoadAllFromString(await RenderAsync(name)))
        {
            await (item switch
            {
                V1ServiceAccount account => client.CoreV1.CreateNamespacedServiceAccountAsync(account, name, cancellationToken: cancellationToken),
                V1ClusterRole role => client.RbacAuthorizationV1.CreateClusterRoleAsync(role, cancellationToken: cancellationToken),
                V1ClusterRoleBinding binding => client.RbacAuthorizationV1.CreateClusterRoleBindingAsync(binding, cancellationToken: cancellationToken),
                V1Role role => client.RbacAuthorizationV1.CreateNamespacedRoleAsync(role, name, cancellationToken: cancellationToken),
                V1RoleBinding binding => client.RbacAuthorizationV1.CreateNamespacedRoleBindingAsync(binding, name, cancellationToken: cancellationToken),
                _ => (Task)Task.FromException(new InvalidOperationException($"The chart grants rights by a {item.GetType().Name}.")),
            });
        }

        await AddDefaultAccountAsync(client, $"{name}-apps", cancellationToken);
    }

    public static Task<string> RenderAsync(string name) => HelmCommand.TemplateAsync(
        "--namespace", name, "--set", $"fullnameOverride={name}", "--show-only", "templates/rbac.yaml", "--show-only", "templates/serviceaccount.yaml");

    public static async Task RevokeAsync(Kubernetes client, string name, CancellationToken cancellationToken)
    {
        await client.RbacAuthorizationV1.DeleteClusterRoleBindingAsync(name, cancellationToken: cancellationToken);
        await client.RbacAuthorizationV1.DeleteClusterRoleAsync(name, cancellationToken: cancellationToken);
    }

    // A controller does it, where one runs; without this account no pod is admitted.
    private static async Task AddDefaultAccountAsync(Kubernetes client, string @namespace, CancellationToken cancellationToken)
    {
        try
        {
            var account = new V1ServiceAccount { Metadata = new V1ObjectMeta { Name = "default" } };
            await client.CoreV1.CreateNamespacedServiceAccountAsync(account, @namespace, cancellationToken: cancellationToken);
        }
        catch (HttpOperationException exists) when (exists.Response.StatusCode == HttpStatusCode.Conflict)
        {
            return;
        }
    }
}
