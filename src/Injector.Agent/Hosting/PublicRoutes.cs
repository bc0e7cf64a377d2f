using Injector.Agent.Caching;
using Injector.Agent.Local;
using Injector.Contracts.Agent.Configuration;

namespace Injector.Agent.Hosting;

/// <summary>What a configured listener answers.</summary>
internal sealed class PublicRoutes(Listener listener, AgentState state, Shutdown shutdown, ApiProxy proxy) : ILocalRoutes
{
    public const string MetricsOnly = "metrics_only";
    private const string QuitPath = "/agent/v1/quit";
    private const string CacheClearPath = "/agent/v1/cache-clear";
    private const string MetricsPath = "/agent/v1/metrics";

    public async Task<LocalResponse> AnswerAsync(LocalRequest request, CancellationToken cancellationToken) =>
        Answer(request) ?? await proxy.ForwardAsync(request, cancellationToken);

    /// <returns>The answer; null: Vault gives it.</returns>
    private LocalResponse? Answer(LocalRequest request)
    {
        if (listener.Role == MetricsOnly)
        {
            return request.Path is MetricsPath or "/metrics" ? Metrics(request) : LocalResponse.Error(404, "no such path");
        }

        if (listener.RequireRequestHeader && request.Headers.GetValueOrDefault("X-Vault-Request") != "true")
        {
            return LocalResponse.Error(412, "missing 'X-Vault-Request' header");
        }

        return request.Path switch
        {
            QuitPath when listener.EnableQuit => Quit(request),
            MetricsPath => Metrics(request),
            CacheClearPath => CacheClearing.Answer(request, proxy.Cache),
            _ when request.Path.StartsWith("/v1/", StringComparison.Ordinal) => null,
            _ => LocalResponse.Error(404, "no such path"),
        };
    }

    private LocalResponse Quit(LocalRequest request) => request.Method == "POST"
        ? new LocalResponse(200, "text/plain", default) { Afterwards = shutdown.Request }
        : LocalResponse.Error(405, "use POST");

    private LocalResponse Metrics(LocalRequest request) => request.Method == "GET"
        ? new LocalResponse(200, "text/plain; version=0.0.4; charset=utf-8", MetricsText.Write(state))
        : LocalResponse.Error(405, "use GET");
}
