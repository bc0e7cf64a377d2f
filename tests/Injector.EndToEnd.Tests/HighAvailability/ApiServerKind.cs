namespace Injector.EndToEnd.Tests.HighAvailability;

/// <summary>Which API server a test runs against.</summary>
public enum ApiServerKind
{
    /// <summary>The one in memory.</summary>
    Sandbox,

    /// <summary>The one of <c>INJECTOR_TEST_KUBECONFIG</c>.</summary>
    Real,
}
