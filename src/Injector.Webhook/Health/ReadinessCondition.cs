namespace Injector.Webhook.Health;

/// <summary>Something an answer needs.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="IsMet">Whether it is there.</param>
/// <param name="Missing">What to say while it is not.</param>
internal sealed record ReadinessCondition(string Subject, Func<bool> IsMet, string Missing);
