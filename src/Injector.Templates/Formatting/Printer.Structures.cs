using Injector.Templates.Values;

namespace Injector.Templates.Formatting;

/// <content>Lists, maps, structs and pointers.</content>
internal sealed partial class Printer
{
    // Stands for the addresses Go would print: they mean nothing and differ from run to run.
    private const ulong Address = 0xc000010000;

    private void PrintList(ListValue list, int verb, int depth)
    {
        if (_flags.SharpV)
        {
            buffer.Append(list.TypeName);
            if (list.IsNilList)
            {
                buffer.Append("(nil)");
                return;
            }
        }

        buffer.Append(_flags.SharpV ? '{' : '[');
        for (var i = 0; i < list.Count; i++)
        {
            Separate(i);
            PrintValue(list[i], verb, depth + 1);
        }

        buffer.Append(_flags.SharpV ? '}' : ']');
    }

    private void PrintMap(MapValue map, int verb, int depth)
    {
        if (!OpenMap(map.TypeName, map.IsNilMap))
        {
            return;
        }

        for (var i = 0; i < map.Count; i++)
        {
            Separate(i);
            PrintEntry(map.Keys[i], map.Values[i], verb, depth);
        }

        buffer.Append(_flags.SharpV ? '}' : ']');
    }

    private void PrintMap(AnyMapValue map, int verb, int depth)
    {
        OpenMap(map.TypeName, isNil: false);
        for (var i = 0; i < map.Count; i++)
        {
            Separate(i);
            PrintEntry(map.Entries[i].Key, map.Entries[i].Value, verb, depth);
        }

        buffer.Append(_flags.SharpV ? '}' : ']');
    }

    private bool OpenMap(string typeName, bool isNil)
    {
        if (!_flags.SharpV)
        {
            buffer.Append("map["u8);
            return true;
        }

        buffer.Append(typeName);
        buffer.Append(isNil ? "(nil)" : "{");
        return !isNil;
    }

    private void PrintEntry(Value key, Value value, int verb, int depth)
    {
        PrintValue(key, verb, depth + 1);
        buffer.Append(':');
        PrintValue(value, verb, depth + 1);
    }

    private void PrintObject(ObjectValue subject, int verb, int depth)
    {
        if (!_flags.SharpV && (verb is 'v' or 's' or 'x' or 'X' or 'q') && subject.OwnText is { } text)
        {
            PrintString(subject, text.Span, verb);
            return;
        }

        if (_flags.SharpV && subject.OwnSyntax is { } syntax)
        {
            Pad(syntax);
            return;
        }

        if (subject.Kind == GoKind.Pointer)
        {
            if (depth > 0)
            {
                PrintPointer(subject, verb);
                return;
            }

            buffer.Append('&');
        }

        PrintStruct(subject, verb, depth);
    }

    private void PrintStruct(ObjectValue subject, int verb, int depth)
    {
        if (_flags.SharpV)
        {
            buffer.Append(subject.TypeName.TrimStart('*'));
        }

        buffer.Append('{');
        var index = 0;
        foreach (var field in subject.Fields)
        {
            Separate(index++);
            if (_flags.PlusV || _flags.SharpV)
            {
                buffer.Append(field.Name);
                buffer.Append(':');
            }

            PrintValue(field.Value, verb, depth + 1);
        }

        buffer.Append('}');
    }

    /// <summary>Prints what a pointer points to, as an action does.</summary>
    public void PrintPointedTo(ObjectValue subject)
    {
        _flags = default;
        if (subject.OwnText is { } text)
        {
            buffer.Append(text.Span);
            return;
        }

        PrintStruct(subject, 'v', 0);
    }

    private void Separate(int index)
    {
        if (index > 0)
        {
            buffer.Append(_flags.SharpV ? ", " : " ");
        }
    }

    private void PrintPointer(Value value, int verb)
    {
        var isNil = value is NilPointerValue;
        switch (verb)
        {
            case 'v' when _flags.SharpV:
                buffer.Append($"({value.TypeName})({(isNil ? "nil" : FormattableString.Invariant($"0x{Address:x}"))})");
                break;
            case 'v' when isNil:
                Pad(NilText);
                break;
            case 'v' or 'p' when value.Kind is GoKind.Pointer or GoKind.Channel or GoKind.Map or GoKind.Slice:
                WriteInteger(isNil ? 0 : Address, isNegative: false, 16, 'v', PrefixOf(_flags.Sharp));
                break;
            case 'b' or 'o' or 'd' or 'x' or 'X' when value.Kind is GoKind.Pointer or GoKind.Channel:
                WriteInteger(isNil ? 0 : Address, isNegative: false, BaseOf(verb), verb, _flags.Sharp);
                break;
            default:
                BadVerb(value, verb);
                break;
        }
    }

    // The sharp flag takes the prefix of addresses away, where it gives one to numbers.
    private static bool PrefixOf(bool sharp) => !sharp;

    private static uint BaseOf(int verb) => verb switch { 'b' => 2, 'o' => 8, 'd' => 10, _ => 16 };
}
