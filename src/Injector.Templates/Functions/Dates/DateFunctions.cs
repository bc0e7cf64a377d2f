using System.Globalization;
using Injector.Templates.Calling;
using Injector.Templates.Functions.Numbers;
using Injector.Templates.Values;
using static Injector.Templates.Values.GoType;

namespace Injector.Templates.Functions.Dates;

/// <summary>Time in both function sets.</summary>
internal static class DateFunctions
{
    public static readonly FunctionDefinition[] All =
    [
        FunctionDefinition.Variadic("timestamp", [GoType.String], GoType.String, static call => Timestamp(call)),
        new("sprig_toDate", [GoType.String, GoType.String], GoType.Time, static call => new TimeValue(TimeParser.Parse(call.Text(0), call.Text(1), out _) ?? GoTime.Zero)),
        new("sprig_mustToDate", [GoType.String, GoType.String], GoType.Time, static call => ToDate(call)),
        new("sprig_mustDateModify", [GoType.String, GoType.Time], GoType.Time, static call => Modify(call)),
        new("sprig_must_date_modify", [GoType.String, GoType.Time], GoType.Time, static call => Modify(call)),
        new("sprig_unixEpoch", [GoType.Time], GoType.String, static call =>
            StringValue.From(((TimeValue)call[0]).Time.Seconds.ToString(CultureInfo.InvariantCulture))),
        new("sprig_duration", [Any], GoType.String, static call => StringValue.From(GoDuration.Format(unchecked(Seconds(call[0]) * GoDuration.Second)))),
        new("sprig_durationRound", [Any], GoType.String, static call => StringValue.From(RoundDuration.Format(Length(call)))),
        new("sprig_ago", [Any], GoType.String, static call => StringValue.From(GoDuration.Format(RoundDuration.ToSecond(Age(call))))),
    ];

    private static GoTime Now(FunctionCall call) => GoTime.From(call.Scope.Host.Time.GetUtcNow());

    private static Value Timestamp(FunctionCall call)
    {
        if (call.Count > 1)
        {
            return call.Fail(string.Create(CultureInfo.InvariantCulture, $"timestamp: wrong number of arguments, expected 0 or 1, but got {call.Count}"));
        }

        var layout = call.Count == 0 ? TimeFormat.Rfc3339 : call.Text(0);
        var now = Now(call);
        return StringValue.From(layout == "unix" ? now.Seconds.ToString(CultureInfo.InvariantCulture) : TimeFormat.Format(now, layout));
    }

    private static Value ToDate(FunctionCall call) => TimeParser.Parse(call.Text(0), call.Text(1), out var problem) is { } time
        ? new TimeValue(time)
        : call.Fail(problem);

    private static Value Modify(FunctionCall call) => GoDuration.Parse(call.Text(0), out var problem) is { } length
        ? new TimeValue(((TimeValue)call[1]).Time.Add(length))
        : call.Fail(problem);

    /// <summary>Only texts and int64 count; sprig takes everything else for 0.</summary>
    private static long Seconds(Value value)
    {
        long seconds = 0;
        if (value is StringValue text)
        {
            // A number that is too large keeps the nearest limit, as the original ignores the error.
            GoInteger.ParseSigned(text.Span, 10, out seconds);
        }

        return value is IntegerValue { Type: IntegerType.Int64 } number ? number.Signed : seconds;
    }

    private static long Length(FunctionCall call) => call[0] switch
    {
        StringValue text => GoDuration.Parse(text.Decode(), out _) ?? 0,
        IntegerValue { Type: IntegerType.Int64 } number => number.Signed,
        TimeValue time => Now(call).Since(time.Time),
        _ => 0,
    };

    private static long Age(FunctionCall call)
    {
        var now = Now(call);
        return call[0] switch
        {
            TimeValue time => now.Since(time.Time),
            IntegerValue { Type: IntegerType.Int or IntegerType.Int64 } number => now.Since(new GoTime(number.Signed, 0, 0, "UTC")),
            _ => 0,
        };
    }
}
