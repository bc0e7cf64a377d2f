using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Injector.Templates.Formatting;
using Injector.Templates.Functions.Conversion;
using Injector.Templates.Functions.Dates;
using Injector.Templates.Functions.Numbers;
using Injector.Templates.Parsing;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Toml;

/// <summary>Writes values as TOML byte for byte like BurntSushi's encoder. The first problem, in its words, ends the work.</summary>
internal sealed class TomlWriter(ByteBuffer output, int limit)
{
    private const string NilElement = "toml: cannot encode array with nil element";
    private const string WrongKeys = "toml: cannot encode a map with non-string key type";

    private string? _problem;

    /// <summary>Writes a document; the result is an error text, or null.</summary>
    public string? Write(Value value)
    {
        WriteMember(TomlKey.Root, value);
        return _problem;
    }

    private void WriteMember(TomlKey key, Value value)
    {
        if (!MayGoOn() || TomlShape.IsNil(value))
        {
            return;
        }

        switch (TomlShape.Of(value, out var problem))
        {
            case TomlShapeKind.Table:
                WriteTable(key, value);
                break;
            case TomlShapeKind.TableArray:
                WriteTables(key, (ListValue)value);
                break;
            default:
                _problem ??= problem;
                WriteLine(key, value);
                break;
        }
    }

    private bool MayGoOn()
    {
        if (_problem is null && (output.Length > limit || !RuntimeHelpers.TryEnsureSufficientExecutionStack()))
        {
            _problem = "the value is nested too deeply or its text too long";
        }

        return _problem is null;
    }

    private void WriteLine(TomlKey key, Value value)
    {
        if (key.Depth == 0)
        {
            WriteElement(value);
            return;
        }

        key.AppendIndent(output);
        TomlKey.AppendName(output, key.Name);
        output.Append(" = "u8);
        WriteElement(value);
        output.Append('\n');
    }

    private void WriteTable(TomlKey key, Value table)
    {
        if (key.Depth == 1)
        {
            StartLine();
        }

        if (key.Depth > 0)
        {
            key.AppendIndent(output);
            output.Append('[');
            key.AppendPath(output);
            output.Append("]\n"u8);
        }

        WriteMembers(key, table);
    }

    private void WriteTables(TomlKey key, ListValue tables)
    {
        if (key.Depth == 0)
        {
            _problem ??= "toml: top-level values must be Go maps or structs";
            return;
        }

        foreach (var table in tables.Items)
        {
            StartLine();
            key.AppendIndent(output);
            output.Append("[["u8);
            key.AppendPath(output);
            output.Append("]]\n"u8);
            WriteMembers(key, table);
        }
    }

    /// <summary>An empty line, but not at the start of the document.</summary>
    private void StartLine()
    {
        if (output.Length > 0)
        {
            output.Append('\n');
        }
    }

    private void WriteMembers(TomlKey key, Value table)
    {
        var members = Members(table);
        foreach (var member in members.Where(static member => !TomlShape.IsTable(member.Value)))
        {
            WriteMember(key.Add(member.Key), member.Value);
        }

        foreach (var member in members.Where(static member => TomlShape.IsTable(member.Value)))
        {
            WriteMember(key.Add(member.Key), member.Value);
        }
    }

    private KeyValuePair<StringValue, Value>[] Members(Value table)
    {
        switch (table)
        {
            case MapValue map:
                var members = new KeyValuePair<StringValue, Value>[map.Count];
                for (var i = 0; i < members.Length; i++)
                {
                    members[i] = KeyValuePair.Create(map.Keys[i], map.Values[i]);
                }

                return members;
            case ObjectValue other:
                return [.. other.Fields.Select(static field => KeyValuePair.Create(StringValue.From(field.Name), field.Value))];
            default:
                _problem ??= WrongKeys;
                return [];
        }
    }

    private void WriteElement(Value value)
    {
        if (!MayGoOn())
        {
            return;
        }

        switch (value)
        {
            case StringValue text:
                TomlKey.AppendQuoted(output, text.Span);
                break;
            case NumberTextValue number:
                WriteNumber(number);
                break;
            case BoolValue flag:
                output.Append(flag.IsTrue ? "true" : "false");
                break;
            case IntegerValue { Type: IntegerType.Duration } duration:
                TomlKey.AppendQuoted(output, Encoding.UTF8.GetBytes(GoDuration.Format(duration.Signed)));
                break;
            case IntegerValue number:
                output.Append(number.IsUnsigned
                    ? number.Unsigned.ToString(CultureInfo.InvariantCulture)
                    : number.Signed.ToString(CultureInfo.InvariantCulture));
                break;
            case FloatValue number:
                WriteFloat(number.Number);
                break;
            case ListValue list:
                WriteArray(list);
                break;
            case TimeValue time:
                output.Append(TimeFormat.Format(time.Time, TimeFormat.Rfc3339Nano));
                break;
            case ObjectValue { OwnText: { } own }:
                TomlKey.AppendQuoted(output, own.Span);
                break;
            case MapValue or AnyMapValue or ObjectValue:
                WriteInlineTable(value);
                break;
            default:
                _problem ??= value.IsNil ? NilElement : "unsupported type: " + KindName.Of(value);
                break;
        }
    }

    private void WriteArray(ListValue list)
    {
        output.Append('[');
        for (var i = 0; i < list.Count; i++)
        {
            output.Append(i > 0 ? ", " : "");
            WriteElement(list[i]);
        }

        output.Append(']');
    }

    private void WriteInlineTable(Value table)
    {
        var members = Members(table);
        var ordered = members.Where(static member => !TomlShape.IsTable(member.Value))
            .Concat(members.Where(static member => TomlShape.IsTable(member.Value))).ToArray();
        output.Append('{');
        for (var i = 0; i < ordered.Length; i++)
        {
            if (TomlShape.IsNil(ordered[i].Value))
            {
                continue;
            }

            TomlKey.AppendName(output, ordered[i].Key);
            output.Append(" = "u8);
            WriteElement(ordered[i].Value);
            output.Append(i < ordered.Length - 1 ? ", " : "");
        }

        output.Append('}');
    }

    private void WriteNumber(NumberTextValue number)
    {
        if (number.Length == 0)
        {
            output.Append('0');
        }
        else if (GoInteger.ParseSigned(number.Span, 10, out var integer) == NumberSyntax.Valid)
        {
            output.Append(integer.ToString(CultureInfo.InvariantCulture));
        }
        else if (GoFloat.TryParse(number.Span, out var value) == FloatOutcome.Number)
        {
            WriteFloat(value);
        }
        else
        {
            _problem ??= $"unable to convert {GoQuote.Quote(number.Decode())} to int64 or float64";
        }
    }

    private void WriteFloat(double value)
    {
        if (!double.IsFinite(value))
        {
            output.Append(double.IsNaN(value) ? "nan" : value > 0 ? "+inf" : "-inf");
            return;
        }

        Span<byte> space = stackalloc byte[32];
        var start = output.Length;
        ShortestDecimal.Of(value, space).AppendPlain(output);
        if (!output.Written[start..].Contains((byte)'.'))
        {
            output.Append(".0"u8);
        }
    }
}
