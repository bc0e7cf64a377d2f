using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Injector.Templates.Calling;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Dates;

/// <summary>The whole numbers that print as a text: months, weekdays, durations.</summary>
internal static class NamedInteger
{
    private const int Months = 12;
    private const int Weekdays = 7;
    private static readonly FunctionDefinition StringMethod = new("String", [], GoType.String, static call => StringValue.From(TextOf(Receiver(call))!));

    private static readonly FunctionDefinition[] DurationMethods =
    [
        StringMethod,
        new("Hours", [], GoType.Float64, static call => In(GoDuration.Second * 3600, call)),
        new("Minutes", [], GoType.Float64, static call => In(GoDuration.Second * 60, call)),
        new("Seconds", [], GoType.Float64, static call => In(GoDuration.Second, call)),
        new("Milliseconds", [], GoType.Int64, static call => IntegerValue.Int64(Receiver(call).Signed / 1_000_000)),
        new("Microseconds", [], GoType.Int64, static call => IntegerValue.Int64(Receiver(call).Signed / 1_000)),
        new("Nanoseconds", [], GoType.Int64, static call => IntegerValue.Int64(Receiver(call).Signed)),
    ];

    /// <summary>The text of such a number; null for the others.</summary>
    public static string? TextOf(IntegerValue value) => value.Type switch
    {
        IntegerType.Month => value.Signed is > 0 and <= Months
            ? CalendarNames.Month((int)value.Signed)
            : string.Create(CultureInfo.InvariantCulture, $"%!Month({value.Unsigned})"),
        IntegerType.Weekday => value.Signed is >= 0 and < Weekdays
            ? CalendarNames.Weekday((int)value.Signed)
            : string.Create(CultureInfo.InvariantCulture, $"%!Weekday({value.Unsigned})"),
        IntegerType.Duration => GoDuration.Format(value.Signed),
        _ => null,
    };

    public static bool TryFindMethod(IntegerType type, string name, [NotNullWhen(true)] out FunctionDefinition? method)
    {
        method = type switch
        {
            IntegerType.Duration => Array.Find(DurationMethods, candidate => candidate.Name == name),
            IntegerType.Month or IntegerType.Weekday when name == StringMethod.Name => StringMethod,
            _ => null,
        };
        return method is not null;
    }

    private static IntegerValue Receiver(FunctionCall call) => (IntegerValue)call.Receiver;

    /// <summary>The whole units and the rest are divided one by one: that is how Go rounds.</summary>
    private static FloatValue In(long unit, FunctionCall call)
    {
        var (whole, rest) = Math.DivRem(Receiver(call).Signed, unit);
        return new FloatValue(whole + (double)rest / unit);
    }
}
