using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Injector.Templates.Formatting;
using Injector.Templates.Functions.Dates;
using Injector.Templates.Functions.Numbers;
using Injector.Templates.Functions.Text;
using Injector.Templates.Parsing;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Yaml;

/// <summary>Writes values as YAML byte for byte like yaml.v2.</summary>
internal sealed partial class YamlEncoder
{
    private readonly ByteBuffer _output;
    private readonly YamlEmitter _emitter;
    private readonly int _limit;

    public YamlEncoder(ByteBuffer output, int limit)
    {
        _output = output;
        _limit = limit;
        _emitter = new YamlEmitter(output);
    }

    /// <summary>Writes a document without a line break at its end; the result is Go's error text, or null.</summary>
    public string? Write(Value value)
    {
        if (_output.Length > _limit)
        {
            return TextSize.Problem(_limit);
        }

        switch (value)
        {
            case ListValue list:
                return WriteList(list);
            case MapValue map:
                return WriteMap(Sorted(map));
            case AnyMapValue map:
                return WriteMap(Sorted(map));
            case TimeValue time:
                WritePlain(TimeFormat.Format(time.Time, TimeFormat.Rfc3339Nano));
                return null;
            case ObjectValue { OwnText: { } own }:
                WriteText(own.Span, isKey: false);
                return null;
            case ObjectValue other:
                return WriteMap([.. other.Fields.Select(static field => KeyValuePair.Create<Value, Value>(
                    StringValue.From(field.Name.ToLowerInvariant()), field.Value))]);
            case ChannelValue or ComplexValue:
                return "cannot marshal type: " + value.TypeName;
            default:
                WriteScalar(value, isKey: false);
                return null;
        }
    }

    private string? WriteList(ListValue list)
    {
        if (list.Count == 0)
        {
            _emitter.WriteEmpty("[]");
            return null;
        }

        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return "the value is nested too deeply";
        }

        _emitter.BeginSequence();
        foreach (var item in list.Items)
        {
            _emitter.BeginItem();
            if (Write(item) is { } problem)
            {
                return problem;
            }
        }

        _emitter.EndCollection();
        return null;
    }

    private string? WriteMap(KeyValuePair<Value, Value>[] entries)
    {
        if (entries.Length == 0)
        {
            _emitter.WriteEmpty("{}");
            return null;
        }

        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return "the value is nested too deeply";
        }

        _emitter.BeginMapping();
        foreach (var (key, value) in entries)
        {
            WriteScalar(key, isKey: true);
            _emitter.BeginValue();
            if (Write(value) is { } problem)
            {
                return problem;
            }
        }

        _emitter.EndCollection();
        return null;
    }

    private static KeyValuePair<Value, Value>[] Sorted(MapValue map)
    {
        var entries = new KeyValuePair<Value, Value>[map.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = KeyValuePair.Create<Value, Value>(map.Keys[i], map.Values[i]);
        }

        Array.Sort(entries, static (left, right) => YamlKeyOrder.Compare(left.Key, right.Key));
        return entries;
    }

    private static KeyValuePair<Value, Value>[] Sorted(AnyMapValue map)
    {
        KeyValuePair<Value, Value>[] entries = [.. map.Entries];
        Array.Sort(entries, static (left, right) => YamlKeyOrder.Compare(left.Key, right.Key));
        return entries;
    }

    private void WriteScalar(Value value, bool isKey)
    {
        switch (value)
        {
            case StringValue text:
                WriteText(text.Span, isKey);
                break;
            case NumberTextValue number:
                WriteNumber(number, isKey);
                break;
            case BoolValue flag:
                WritePlain(flag.IsTrue ? "true" : "false", isKey);
                break;
            case IntegerValue { Type: IntegerType.Duration } duration:
                WriteText(Encoding.UTF8.GetBytes(GoDuration.Format(duration.Signed)), isKey);
                break;
            case IntegerValue { IsUnsigned: true } number:
                WritePlain(number.Unsigned.ToString(CultureInfo.InvariantCulture), isKey);
                break;
            case IntegerValue number:
                WritePlain(number.Signed.ToString(CultureInfo.InvariantCulture), isKey);
                break;
            case FloatValue number:
                WritePlain(FloatName(number.Number), isKey);
                break;
            default:
                WritePlain("null", isKey);
                break;
        }
    }

    private void WritePlain(string text, bool isKey = false) => Emit(Encoding.UTF8.GetBytes(text), YamlScalarStyle.Plain, "", isKey);

    private void Emit(ReadOnlySpan<byte> text, YamlScalarStyle style, string tag, bool isKey)
    {
        if (isKey)
        {
            _emitter.WriteKey(text, style, tag);
        }
        else
        {
            _emitter.WriteScalar(text, style, tag);
        }
    }

    private void WriteNumber(NumberTextValue number, bool isKey)
    {
        if (GoInteger.ParseSigned(number.Span, 10, out var integer) == NumberSyntax.Valid)
        {
            WritePlain(integer.ToString(CultureInfo.InvariantCulture), isKey);
        }
        else if (GoFloat.TryParse(number.Span, out var value) == FloatOutcome.Number)
        {
            WritePlain(FloatName(value), isKey);
        }
        else
        {
            WriteText(number.Span, isKey);
        }
    }

    private static string FloatName(double value) => value switch
    {
        double.PositiveInfinity => ".inf",
        double.NegativeInfinity => "-.inf",
        double.NaN => ".nan",
        _ => GoPrint.Text(new FloatValue(value)).Decode(),
    };
}
