namespace Injector.Rendering.Publishing;

/// <summary>A rendered file that waits to be published.</summary>
/// <param name="Target">Where and how.</param>
/// <param name="Content">The rendered bytes.</param>
public sealed record PendingFile(FileTarget Target, ReadOnlyMemory<byte> Content)
{
    /// <summary>The destination only: content is never printed.</summary>
    /// <returns>The destination.</returns>
    public override string ToString() => Target.Destination;
}
