using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Injector.Sandbox.Vault.KeyValue;

/// <summary>
/// Numbers as KV version 2 gives them back: read as 64-bit floats and printed by Go. Large integers lose their last digits and <c>1.0</c> becomes <c>1</c>;
/// KV version 1 and the other engines keep a number's text.
/// </summary>
internal static class GoNumbers
{
    private const double SmallestPlain = 1e-6;
    private const double SmallestLarge = 1e21;

    /// <summary>A copy whose numbers went through a float.</summary>
    public static JsonNode? AsFloats(JsonNode? node) => node switch
    {
        null => null,
        JsonObject map => new JsonObject(map.Select(static item => KeyValuePair.Create(item.Key, AsFloats(item.Value)))),
        JsonArray list => new JsonArray([.. list.Select(AsFloats)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => JsonNode.Parse(Print(double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture))),
        _ => node.DeepClone(),
    };

    /// <summary>The shortest text that reads back as the same number, without an exponent between 1e-6 and 1e21.</summary>
    public static string Print(double number)
    {
        var size = Math.Abs(number);
        var sign = double.IsNegative(number) ? "-" : string.Empty;
        if (size == 0)
        {
            return $"{sign}0";
        }

        var (digits, point) = Digits(size);
        if (size is < SmallestPlain or >= SmallestLarge)
        {
            var fraction = digits.Length > 1 ? $".{digits[1..]}" : string.Empty;
            return string.Create(CultureInfo.InvariantCulture, $"{sign}{digits[0]}{fraction}e{(point > 0 ? "+" : string.Empty)}{point - 1}");
        }

        return point <= 0 ? $"{sign}0.{new string('0', -point)}{digits}"
            : point >= digits.Length ? $"{sign}{digits.PadRight(point, '0')}"
            : $"{sign}{digits[..point]}.{digits[point..]}";
    }

    /// <summary>The significant digits, and how many of them stand before the point; below zero: zeros follow the point first.</summary>
    private static (string Digits, int Point) Digits(double size)
    {
        // "R" is the shortest form: 12.5, 0.001 or 1.25E+19.
        var text = size.ToString("R", CultureInfo.InvariantCulture);
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        var exponent = mark < 0 ? 0 : int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = mark < 0 ? text : text[..mark];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal) is >= 0 and var found ? found : mantissa.Length;
        var all = mantissa.Replace(".", string.Empty, StringComparison.Ordinal);
        var significant = all.TrimStart('0');
        return (significant.TrimEnd('0'), point + exponent - (all.Length - significant.Length));
    }
}
