using Injector.Templates.Formatting;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Conversion;

/// <summary>A value as text, the way <c>%v</c> prints it.</summary>
internal static class ValueText
{
    public static StringValue Of(Value value) => value switch
    {
        StringValue text => text,
        TextValue number => new StringValue(number.Bytes),
        _ => GoPrint.Text(value),
    };
}
