using System.Globalization;
using System.Text.Json;
using Injector.Templates.Values;

namespace Injector.Templates.Checking;

/// <summary>Makes values of a case's data.</summary>
internal static class CaseData
{
    public static Value From(JsonElement element, CaseNumbers numbers) => element.ValueKind switch
    {
        JsonValueKind.Object => Map(element, numbers),
        JsonValueKind.Array => ListValue.Of([.. element.EnumerateArray().Select(item => From(item, numbers))]),
        JsonValueKind.Number => Number(element, numbers),
        _ => JsonValue.From(element),
    };

    private static MapValue Map(JsonElement element, CaseNumbers numbers)
    {
        var map = MapValue.Create();
        foreach (var property in element.EnumerateObject())
        {
            map.Set(property.Name, From(property.Value, numbers));
        }

        return map;
    }

    private static Value Number(JsonElement element, CaseNumbers numbers)
    {
        var text = element.GetRawText();
        if (numbers == CaseNumbers.Text)
        {
            return NumberTextValue.From(text);
        }

        if (numbers == CaseNumbers.Int && element.TryGetInt64(out var integer))
        {
            return IntegerValue.Int(integer);
        }

        var number = double.Parse(text, CultureInfo.InvariantCulture);
        var isInt = numbers == CaseNumbers.Int && Math.Truncate(number) == number && Math.Abs(number) < 1e15;
        return isInt ? IntegerValue.Int((long)number) : new FloatValue(number);
    }
}
