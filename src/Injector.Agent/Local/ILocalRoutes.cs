namespace Injector.Agent.Local;

/// <summary>What a listener answers.</summary>
internal interface ILocalRoutes
{
    Task<LocalResponse> AnswerAsync(LocalRequest request, CancellationToken cancellationToken);
}
