namespace Injector.Templates.Reference;

/// <summary>The moment at which the examples are run.</summary>
internal sealed class ExampleTime : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
}
