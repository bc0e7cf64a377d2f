namespace Injector.Webhook.Health;

/// <summary>Something an answer needs.</summary>
/// <param name="IsMet">Whether it is there.</param>
/// <param name="Missing">What to say while it is not.</param>
internal sealed record ReadinessCondition(Func<bool> IsMet, string Missing);
