using System.Globalization;
using Injector.Templates.Calling;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Conversion;

/// <summary>Go's texts for slices beyond the end of something.</summary>
internal static class SliceBounds
{
    /// <summary>The end is negative or beyond the length (of a text) or the capacity (of a list).</summary>
    public static string End(long end, long size, string sizeName) => end < 0
        ? string.Create(CultureInfo.InvariantCulture, $"slice bounds out of range [:{end}]")
        : string.Create(CultureInfo.InvariantCulture, $"slice bounds out of range [:{end}] with {sizeName} {size}");

    public static string Start(long start, long end) => start < 0
        ? string.Create(CultureInfo.InvariantCulture, $"slice bounds out of range [{start}:]")
        : string.Create(CultureInfo.InvariantCulture, $"slice bounds out of range [{start}:{end}]");

    public static Value Fail(FunctionCall call, string problem) => call.Fail("runtime error: " + problem);
}
