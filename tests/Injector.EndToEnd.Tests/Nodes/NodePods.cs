using System.Text;
using Injector.Contracts.Pods;
using Injector.TestKit;
using k8s;
using k8s.Autorest;
using k8s.Models;

namespace Injector.EndToEnd.Tests.Nodes;

/// <summary>Annotated pods in one namespace, by the API alone.</summary>
internal sealed class NodePods(NodeSettings settings, string @namespace)
{
    public const string App = "web";

    /// <summary>The rendered file in the app's container.</summary>
    public const string File = "/vault/secrets/user";

    /// <summary>What an app does that lives until it is asked to end.</summary>
    public const string Living = "trap 'exit 0' TERM; while :; do sleep 0.1; done";

    // Nodes may have to pull an image first, and a kubelet backs off.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Creates a pod with one secret.</summary>
    /// <param name="script">What the app does, for <c>/bin/sh</c>.</param>
    /// <param name="restartPolicy">As in the pod.</param>
    /// <param name="annotations">Beside role and secret, or in their place; without the prefix.</param>
    /// <returns>The pod's name.</returns>
    public async Task<string> CreateAsync(string script, string restartPolicy = "Always", params (string Name, string Value)[] annotations)
    {
        var pod = Annotated(script, annotations);
        pod.Spec.RestartPolicy = restartPolicy;
        return (await settings.Client.CoreV1.CreateNamespacedPodAsync(pod, @namespace, cancellationToken: Token)).Metadata.Name;
    }

    /// <summary>Waits until new pods go through the webhook; none is stored.</summary>
    public async Task InjectedAsync()
    {
        var refusal = "it was not asked";
        try
        {
            await Eventually.IsTrueAsync(async () => (refusal = await RefusalAsync()).Length == 0, "a pod is injected", Token);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{late.Message} The last time: {refusal}", late);
        }
    }

    // Empty: it was injected.
    private async Task<string> RefusalAsync()
    {
        try
        {
            var pod = await settings.Client.CoreV1.CreateNamespacedPodAsync(Annotated(Living), @namespace, dryRun: "All", cancellationToken: Token);
            return pod.Spec.InitContainers?.Any(static container => container.Name == ContainerNames.Sidecar) ?? false ? string.Empty : "it was admitted without an agent";
        }
        catch (HttpOperationException refused)
        {
            // The namespace has no ServiceAccount yet, or the webhook cannot be called.
            return refused.Response.Content;
        }
    }

    /// <summary>Waits until a pod is as it should be.</summary>
    public async Task<V1Pod> WaitAsync(string name, Func<V1Pod, bool> condition, string description)
    {
        var pod = new V1Pod();
        await Eventually.IsTrueAsync(
            async () => condition(pod = await settings.Client.CoreV1.ReadNamespacedPodAsync(name, @namespace, cancellationToken: Token)), description, Patience, Token);
        return pod;
    }

    public Task<V1Pod> ReadyAsync(string name) =>
        WaitAsync(name, static pod => pod.Status?.Conditions?.Any(static one => one is { Type: "Ready", Status: "True" }) ?? false, $"{name} is ready");

    /// <summary>What a command in a container prints, without the last line break.</summary>
    public async Task<string> ExecuteAsync(string name, string container, params string[] command)
    {
        var output = new StringBuilder();
        await settings.Client.NamespacedPodExecAsync(
            name,
            @namespace,
            container,
            command,
            tty: false,
            async (_, standardOutput, _) =>
            {
                using var reader = new StreamReader(standardOutput);
                output.Append(await reader.ReadToEndAsync(Token));
            },
            Token);
        return output.ToString().TrimEnd('\n');
    }

    /// <summary>Deletes a pod and waits until it is gone.</summary>
    public async Task DeleteAsync(string name)
    {
        await settings.Client.CoreV1.DeleteNamespacedPodAsync(name, @namespace, cancellationToken: Token);
        await Eventually.IsTrueAsync(
            async () => (await settings.Client.CoreV1.ListNamespacedPodAsync(@namespace, cancellationToken: Token)).Items.All(pod => pod.Metadata.Name != name), $"{name} is gone", Patience, Token);
    }

    private V1Pod Annotated(string script, params (string Name, string Value)[] annotations)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["vault.hashicorp.com/agent-inject"] = "true",
            ["vault.hashicorp.com/role"] = "web",
            ["vault.hashicorp.com/agent-inject-secret-user"] = "kv/web",
            ["vault.hashicorp.com/agent-inject-template-user"] = """{{ with secret "kv/web" }}{{ .Data.data.user }}{{ end }}""",
        };
        foreach (var (name, value) in annotations)
        {
            all[$"vault.hashicorp.com/{name}"] = value;
        }

        return new V1Pod
        {
            ApiVersion = "v1",
            Kind = "Pod",
            Metadata = new V1ObjectMeta { GenerateName = "web-", NamespaceProperty = @namespace, Annotations = all },
            Spec = new V1PodSpec
            {
                TerminationGracePeriodSeconds = 10,
                Containers = [new V1Container { Name = App, Image = settings.AppImage, Command = ["/bin/sh", "-c", script] }],
            },
        };
    }
}
