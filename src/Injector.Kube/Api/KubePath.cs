namespace Injector.Kube.Api;

/// <summary>Path of a named object, and of the collection it stands in.</summary>
/// <param name="Collection">For example <c>/api/v1/namespaces/injector/secrets</c>.</param>
/// <param name="Name">The object's name; empty: the whole collection, for watches.</param>
public sealed record KubePath(string Collection, string Name)
{
    /// <summary>The object's own path.</summary>
    public string Object => $"{Collection}/{Uri.EscapeDataString(Name)}";

    /// <summary>All namespaces.</summary>
    public static KubePath Namespaces { get; } = new("/api/v1/namespaces", string.Empty);

    /// <summary>A Secret.</summary>
    public static KubePath Secret(string @namespace, string name) => new($"/api/v1/namespaces/{Uri.EscapeDataString(@namespace)}/secrets", name);

    /// <summary>A Lease.</summary>
    public static KubePath Lease(string @namespace, string name) => new($"/apis/coordination.k8s.io/v1/namespaces/{Uri.EscapeDataString(@namespace)}/leases", name);

    /// <summary>A MutatingWebhookConfiguration.</summary>
    public static KubePath MutatingWebhook(string name) => new("/apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations", name);

    /// <summary>A ValidatingWebhookConfiguration.</summary>
    public static KubePath ValidatingWebhook(string name) => new("/apis/admissionregistration.k8s.io/v1/validatingwebhookconfigurations", name);
}
