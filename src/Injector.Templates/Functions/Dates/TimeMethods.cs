using Injector.Templates.Calling;
using Injector.Templates.Values;
using static Injector.Templates.Values.GoType;

namespace Injector.Templates.Functions.Dates;

/// <summary>The methods of a time that templates can call.</summary>
internal static class TimeMethods
{
    public static readonly FunctionDefinition[] All =
    [
        new("Year", [], Int, static call => IntegerValue.Int(Receiver(call).Date.Year)),
        new("Month", [], Reflected, static call => IntegerValue.OfType(Receiver(call).Date.Month, IntegerType.Month)),
        new("Day", [], Int, static call => IntegerValue.Int(Receiver(call).Date.Day)),
        new("Weekday", [], Reflected, static call => IntegerValue.OfType(Receiver(call).Date.DayOfWeek, IntegerType.Weekday)),
        new("YearDay", [], Int, static call => IntegerValue.Int(Receiver(call).Date.DayOfYear)),
        new("Hour", [], Int, static call => IntegerValue.Int(Receiver(call).Hour)),
        new("Minute", [], Int, static call => IntegerValue.Int(Receiver(call).Minute)),
        new("Second", [], Int, static call => IntegerValue.Int(Receiver(call).Second)),
        new("Nanosecond", [], Int, static call => IntegerValue.Int(Receiver(call).Nanoseconds)),
        new("Unix", [], GoType.Int64, static call => IntegerValue.Int64(Receiver(call).Seconds)),
        new("UnixMilli", [], GoType.Int64, static call => IntegerValue.Int64(Since1970(call, 1_000_000))),
        new("UnixMicro", [], GoType.Int64, static call => IntegerValue.Int64(Since1970(call, 1_000))),
        new("UnixNano", [], GoType.Int64, static call => IntegerValue.Int64(Since1970(call, 1))),
        new("UTC", [], GoType.Time, static call => new TimeValue(Receiver(call).InZone(0, "UTC"))),
        new("Local", [], GoType.Time, static call => new TimeValue(Receiver(call).InZone(0, "UTC") with { IsLocal = true })),
        new("String", [], GoType.String, static call => StringValue.From(TimeFormat.Format(Receiver(call), TimeFormat.Default))),
        new("Format", [GoType.String], GoType.String, static call => StringValue.From(TimeFormat.Format(Receiver(call), call.Text(0)))),
        new("AddDate", [Int, Int, Int], GoType.Time, static call => AddDate(call)),
        new("IsZero", [], Bool, static call => BoolValue.From(Receiver(call).Since(GoTime.Zero) == 0)),
        new("Equal", [GoType.Time], Bool, static call => BoolValue.From(Receiver(call).Since(Argument(call)) == 0)),
        new("Before", [GoType.Time], Bool, static call => BoolValue.From(Receiver(call).Since(Argument(call)) < 0)),
        new("After", [GoType.Time], Bool, static call => BoolValue.From(Receiver(call).Since(Argument(call)) > 0)),
        new("Sub", [GoType.Time], Reflected, static call =>
            IntegerValue.OfType(Receiver(call).Since(Argument(call)), IntegerType.Duration)),
    ];

    private static GoTime Receiver(FunctionCall call) => ((TimeValue)call.Receiver).Time;

    private static GoTime Argument(FunctionCall call) => ((TimeValue)call[0]).Time;

    private static long Since1970(FunctionCall call, long unit) =>
        unchecked(Receiver(call).Seconds * (GoDuration.Second / unit) + Receiver(call).Nanoseconds / unit);

    private static TimeValue AddDate(FunctionCall call)
    {
        var time = Receiver(call);
        var months = time.Date.Month - 1 + call.Integer(1);
        var years = Math.DivRem(months, 12, out var month);
        years -= month < 0 ? 1 : 0;
        month += month < 0 ? 12 : 0;
        var days = new CivilDate(time.Date.Year + call.Integer(0) + years, (int)month + 1, 1).ToDays() + time.Date.Day - 1 + call.Integer(2);
        return new TimeValue(time with { Seconds = days * 86_400 + time.SecondOfDay - time.Offset });
    }
}
