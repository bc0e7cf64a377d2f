using Injector.EndToEnd.Tests.Chart;
using k8s;
using k8s.Models;

namespace Injector.EndToEnd.Tests.HighAvailability;

/// <summary>The chart's registration of the webhook, for a webhook on this machine and the pods of one namespace.</summary>
internal static class WebhookRegistration
{
    /// <summary>Renders it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="address">Where the API server finds the webhook.</param>
    /// <param name="namespace">Whose pods go through it.</param>
    /// <param name="bundle">The certificates to trust; null: somebody fills them in.</param>
    public static async Task<V1MutatingWebhookConfiguration> RenderAsync(string name, Uri address, string @namespace, byte[]? bundle)
    {
        var rendered = await HelmCommand.TemplateAsync("--set", $"fullnameOverride={name}", "--show-only", "templates/mutatingwebhookconfiguration.yaml");
        var configuration = KubernetesYaml.Deserialize<V1MutatingWebhookConfiguration>(rendered);
        foreach (var webhook in configuration.Webhooks)
        {
            webhook.ClientConfig = new Admissionregistrationv1WebhookClientConfig { Url = address.AbsoluteUri, CaBundle = bundle };
            webhook.FailurePolicy = "Fail";
            webhook.NamespaceSelector = new V1LabelSelector { MatchLabels = new Dictionary<string, string> { ["kubernetes.io/metadata.name"] = @namespace } };
        }

        return configuration;
    }
}
