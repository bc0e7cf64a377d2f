namespace Injector.Benchmarks.Webhook;

/// <summary>What a load gave.</summary>
/// <param name="Requests">Answered requests.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Median">Median latency.</param>
/// <param name="Percentile99">Latency that 99 % stayed below.</param>
/// <param name="Wrong">Requests without an answer or with an error status.</param>
internal sealed record LoadFigures(long Requests, TimeSpan Duration, TimeSpan Median, TimeSpan Percentile99, long Wrong);
