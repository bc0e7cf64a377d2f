using System.Text;
using System.Text.Json;

namespace Injector.Vault.Tests.Fakes;

/// <summary>Answers requests by a script and keeps them.</summary>
internal sealed class ScriptedVault : IVaultClient
{
    private readonly List<VaultRequest> _requests = [];
    private readonly Lock _lock = new();

    public Func<VaultRequest, VaultAnswer> Answer { get; set; } = _ => throw new InvalidOperationException("No answer was scripted.");

    /// <summary>Holds every answer back until it completes.</summary>
    public Task Held { get; set; } = Task.CompletedTask;

    public IReadOnlyList<VaultRequest> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests];
            }
        }
    }

    public int Count(string path) => Requests.Count(request => request.Path == path);

    public async Task<VaultAnswer> SendAsync(VaultRequest request, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _requests.Add(request);
        }

        await Held.WaitAsync(cancellationToken);
        return Answer(request);
    }

    public static VaultAnswer Json(VaultRequest request, int status, string json) => VaultAnswer.Of(request, status, Encoding.UTF8.GetBytes(json));

    public static VaultAnswer Token(VaultRequest request, string token, int seconds, string renewable = "true") => Json(
        request,
        200,
        $$$"""{"auth":{"client_token":"{{{token}}}","accessor":"a-{{{token}}}","lease_duration":{{{seconds}}},"renewable":{{{renewable}}} } }""");

    public static string Member(VaultRequest request, string name)
    {
        using var document = JsonDocument.Parse(request.Body);
        return document.RootElement.GetProperty(name).GetString() ?? "";
    }
}
