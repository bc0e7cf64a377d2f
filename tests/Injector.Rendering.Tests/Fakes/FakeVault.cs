using System.Text;
using Injector.Vault;
using Injector.Vault.Faults;

namespace Injector.Rendering.Tests.Fakes;

/// <summary>A Vault server without a network: paths answer what the test gave them.</summary>
internal sealed class FakeVault : IVaultClient
{
    private readonly Dictionary<string, Func<VaultRequest, (int Status, string Body)>> _answers = new(StringComparer.Ordinal);

    public List<VaultRequest> Requests { get; } = [];

    /// <summary>Makes every request fail as if there were no server.</summary>
    public bool IsAway { get; set; }

    /// <summary>Mounts of KV version 2; all others are plain.</summary>
    public HashSet<string> VersionedMounts { get; } = ["secret/"];

    /// <summary>Requests to these paths are not answered until the test completes them.</summary>
    public Dictionary<string, TaskCompletionSource> Held { get; } = new(StringComparer.Ordinal);

    public void On(string path, string body) => On(path, 200, body);

    public void On(string path, int status, string body) => _answers[path] = _ => (status, body);

    public void On(string path, Func<VaultRequest, (int Status, string Body)> answer) => _answers[path] = answer;

    public void OnKv2(string path, int version, string data) => On(
        path,
        $$$$"""{"data":{"data":{{{{data}}}},"metadata":{"version":{{{{version}}}},"deletion_time":"","destroyed":false}}}""");

    public int Count(string path) => Requests.Count(request => request.Path == path);

    public async Task<VaultAnswer> SendAsync(VaultRequest request, CancellationToken cancellationToken)
    {
        Requests.Add(request);
        if (Held.TryGetValue(request.Path, out var held))
        {
            await held.Task.WaitAsync(cancellationToken);
        }

        if (IsAway)
        {
            return VaultAnswer.Failed(new VaultFault(VaultFaultKind.Unreachable, 0, request.ToString(), ["connection refused"]));
        }

        var (status, body) = Answer(request);
        return VaultAnswer.Of(request, status, Encoding.UTF8.GetBytes(body));
    }

    private (int Status, string Body) Answer(VaultRequest request)
    {
        const string Lookup = "sys/internal/ui/mounts/";
        if (request.Path.StartsWith(Lookup, StringComparison.Ordinal))
        {
            var mount = request.Path[Lookup.Length..].Split('/')[0] + "/";
            var options = VersionedMounts.Contains(mount) ? """{"version":"2"}""" : "null";
            return (200, $$$"""{"data":{"path":"{{{mount}}}","type":"kv","options":{{{options}}} }}""");
        }

        return _answers.TryGetValue(request.Path, out var answer) ? answer(request) : (404, """{"errors":[]}""");
    }
}
