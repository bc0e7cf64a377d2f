using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Injector.Templates.Calling;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Dates;

/// <summary>A <c>time.Time</c>: the result of <c>sprig_toDate</c>.</summary>
internal sealed class TimeValue(GoTime time) : ObjectValue
{
    public GoTime Time { get; } = time;

    /// <inheritdoc/>
    public override GoKind Kind => GoKind.Struct;

    /// <inheritdoc/>
    public override string TypeName => "time.Time";

    /// <inheritdoc/>
    public override StringValue? OwnText => StringValue.From(TimeFormat.Format(Time, TimeFormat.Default));

    /// <inheritdoc/>
    public override string OwnSyntax
    {
        get
        {
            var date = Time.Date;
            var zone = Time.IsLocal ? "time.Local" : Time is { Zone: "UTC", Offset: 0 } ? "time.UTC" : $"time.Location({TimeQuote.Of(Time.Zone)})";
            return string.Create(
                CultureInfo.InvariantCulture,
                $"time.Date({date.Year}, time.{CalendarNames.Month(date.Month)}, {date.Day}, {Time.Hour}, {Time.Minute}, {Time.Second}, {Time.Nanoseconds}, {zone})");
        }
    }

    /// <inheritdoc/>
    public override bool IsEqualTo(ObjectValue other) => other is TimeValue time && Time == time.Time;

    public byte[] ToJsonText() => Encoding.UTF8.GetBytes(TimeFormat.Format(Time, TimeFormat.Rfc3339Nano));

    /// <inheritdoc/>
    internal override bool HidesField(string name) => name is "wall" or "ext" or "loc";

    /// <inheritdoc/>
    internal override bool TryGetMethod(string name, [NotNullWhen(true)] out FunctionDefinition? method)
    {
        method = Array.Find(TimeMethods.All, candidate => candidate.Name == name);
        return method is not null;
    }
}
