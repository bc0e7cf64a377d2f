using System.Globalization;

namespace Injector.Benchmarks.Agent;

/// <summary>
/// The instructions in a trace of callgrind. A line of costs begins with an address: a whole one, the distance from the last, or <c>*</c> for the same.
/// </summary>
internal static class CallTrace
{
    public static IEnumerable<ulong> Instructions(string path)
    {
        var address = 0UL;
        foreach (var line in File.ReadLines(path))
        {
            if (line.Length == 0 || !(char.IsAsciiDigit(line[0]) || line[0] is '+' or '-'))
            {
                continue;
            }

            var place = line.Split(' ')[0];
            address = place[0] switch
            {
                '+' => address + Number(place[1..]),
                '-' => address - Number(place[1..]),
                _ => Number(place),
            };
            yield return address;
        }
    }

    private static ulong Number(string text) => text.StartsWith("0x", StringComparison.Ordinal)
        ? ulong.Parse(text.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
        : ulong.Parse(text, CultureInfo.InvariantCulture);
}
