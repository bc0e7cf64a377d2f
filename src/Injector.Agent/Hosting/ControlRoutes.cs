using System.Globalization;
using Injector.Agent.Local;

namespace Injector.Agent.Hosting;

/// <summary>What the control socket answers.</summary>
internal sealed class ControlRoutes(AgentState state) : ILocalRoutes
{
    public const string WaitPath = "/agent/v1/wait";
    public const string StatusPath = "/agent/v1/status";
    public const string HealthPath = "/agent/v1/health";

    public async Task<LocalResponse> AnswerAsync(LocalRequest request, CancellationToken cancellationToken)
    {
        switch (request.Path)
        {
            case WaitPath:
                await state.Ready.WaitAsync(cancellationToken);
                return LocalResponse.Text(200, "ready\n");
            case StatusPath when request.Query == "format=json":
                return LocalResponse.Json(200, StatusJson.Write(state));
            case StatusPath:
                return LocalResponse.Text(200, StatusText.Write(state));
            case HealthPath:
                return state.IsReady ? LocalResponse.Text(200, "ready\n") : LocalResponse.Text(503, NotReady());
            default:
                return LocalResponse.Error(404, "no such path");
        }
    }

    private string NotReady()
    {
        var published = state.Rendering?.Files.Count(file => file.PublishedAt is not null) ?? 0;
        var reason = state.LastFault?.ToString() ?? "no fault so far";
        return string.Create(CultureInfo.InvariantCulture, $"not ready: {published} of {state.Rendering?.Files.Count ?? 0} files published: {reason}\n");
    }
}
