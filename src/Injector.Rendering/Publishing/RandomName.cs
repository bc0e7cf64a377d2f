namespace Injector.Rendering.Publishing;

/// <summary>Suffixes for names nobody else uses.</summary>
internal static class RandomName
{
    private const int Digits = 12;

    /// <summary>Twelve hexadecimal digits from the kernel's generator.</summary>
    public static string Suffix() => Guid.NewGuid().ToString("N")[^Digits..];
}
