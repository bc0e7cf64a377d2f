using Injector.TestKit;
using Injector.TestKit.Goldens;

namespace Injector.EndToEnd.Tests.Chart;

/// <summary><c>manifests/install.yaml</c> is the chart with its defaults, for those who do not use Helm.</summary>
public sealed class InstallManifestTests
{
    [Fact]
    public async Task InstallManifest_IsTheChartWithItsDefaults()
    {
        var rendered = await HelmCommand.TemplateAsync("--kube-version", "1.30.0", "--skip-tests");

        new GoldenFolder(Repository.PathOf("manifests")).Check("install.yaml", Head + rendered);
    }

    private const string Head =
        """
        # The chart manifests/chart/injector with its defaults, rendered for Kubernetes 1.28 and later.
        # Change AGENT_INJECT_VAULT_ADDR to the address of your Vault, then:
        #   kubectl create namespace injector && kubectl apply -f install.yaml

        """;
}
