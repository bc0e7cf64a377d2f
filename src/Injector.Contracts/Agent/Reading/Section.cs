using System.Globalization;
using Injector.Contracts.Diagnostics;
using Injector.Contracts.Texts;

namespace Injector.Contracts.Agent.Reading;

/// <summary>
/// Typed access to one object of the document. Each wrong value is noted and a default returned, so that one reading finds all faults;
/// <see cref="Close"/> reports the keys nobody asked for.
/// </summary>
internal sealed class Section(ObjectNode node, string name, string? label, List<Diagnostic> faults)
{
    private readonly bool[] _asked = new bool[node.Members.Count];

    public string Name => name;

    public string Place => node.Place;

    /// <summary>The label of <c>method "kubernetes" {}</c>; null: none.</summary>
    public string? Label => label;

    /// <summary>Where a member stands; the section itself when there is none.</summary>
    public string PlaceOf(string key)
    {
        foreach (var member in node.Members)
        {
            if (member.Has(key))
            {
                return member.Place;
            }
        }

        return Place;
    }

    public bool Has(string key) => Find(key) is not null;

    public string? Text(string key)
    {
        switch (Find(key))
        {
            case null:
                return null;
            case TextNode text when key == "contents" || !text.Value.Contains('\0', StringComparison.Ordinal):
                return text.Value;
            case var other:
                Wrong(other, key, other is TextNode ? "a text without zero characters" : "a text");
                return null;
        }
    }

    /// <summary>A text, number or flag as text.</summary>
    public string? Scalar(string key)
    {
        switch (Find(key))
        {
            case null:
                return null;
            case var value when ScalarOf(value) is { } scalar:
                return scalar;
            case var other:
                Wrong(other, key, "a text, a number or a flag");
                return null;
        }
    }

    public bool Flag(string key, bool fallback)
    {
        var found = Find(key);
        switch (found)
        {
            case null:
                return fallback;
            case FlagNode flag:
                return flag.Value;
            case TextNode or NumberNode { Raw: "0" or "1" } when GoBoolean.TryParse(ScalarOf(found), out var value):
                return value;
            case var other:
                Wrong(other, key, "true or false");
                return fallback;
        }
    }

    /// <summary>A duration as text; a number means seconds.</summary>
    public string? Duration(string key)
    {
        switch (Find(key))
        {
            case null:
                return null;
            case var value when ScalarOf(value) is { } text && DurationText.TryParse(text, out var duration) && duration >= TimeSpan.Zero:
                return text;
            case var other:
                Wrong(other, key, "a duration such as 30s, 5m or 1h30m");
                return null;
        }
    }

    /// <summary>A duration as text; zero is the same as none.</summary>
    public string? PositiveDuration(string key) =>
        Duration(key) is { } text && DurationText.OrDefault(text, TimeSpan.Zero) > TimeSpan.Zero ? text : null;

    public double? Number(string key)
    {
        switch (Find(key))
        {
            case null:
                return null;
            case var value when ScalarOf(value) is { } text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number):
                return number;
            case var other:
                Wrong(other, key, "a number");
                return null;
        }
    }

    /// <summary>Permission bits: octal as text, as they are as number.</summary>
    public int? Mode(string key)
    {
        const int MaxMode = 0xFFF;
        switch (Find(key))
        {
            case null:
                return null;
            case TextNode text when OctalOf(text.Value) is { } mode and <= MaxMode:
                return mode;
            case NumberNode number when IntegerOf(number.Raw) is { } mode and >= 0 and <= MaxMode:
                return (int)mode;
            case var other:
                Wrong(other, key, "octal permission bits such as 0640");
                return null;
        }
    }

    /// <summary>A list of texts; one text counts as a list of one.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        switch (Find(key))
        {
            case null:
                return [];
            case TextNode text:
                return [text.Value];
            case ListNode list when list.Items.All(item => ScalarOf(item) is not null):
                return [.. list.Items.Select(item => ScalarOf(item) ?? "")];
            case var other:
                Wrong(other, key, "a list of texts");
                return [];
        }
    }

    public bool IsList(string key) => Find(key) is ListNode;

    public bool IsObject(string key) => Find(key) is ObjectNode or ListNode { Items: [ObjectNode, ..] };

    /// <summary>Every block of this name, in order; labels are recognised where no member of the block could be meant.</summary>
    public IReadOnlyList<Section> Sections(string key, BlockLabel labels)
    {
        var sections = new List<Section>();
        for (var index = 0; index < _asked.Length; index++)
        {
            var member = node.Members[index];
            if (member.Has(key))
            {
                _asked[index] = true;
                Collect(member.Value, key, labels, sections);
            }
        }

        return sections;
    }

    /// <summary>The only block of this name; further ones are a fault.</summary>
    public Section? Single(string key, BlockLabel labels)
    {
        var sections = Sections(key, labels);
        foreach (var extra in sections.Skip(1))
        {
            faults.Add(Catalogue.Agent.DuplicateSection.For(extra.Place, extra.Place, key));
        }

        return sections.Count > 0 ? sections[0] : null;
    }

    /// <summary>Everything scalar as text; lists and blocks are left out.</summary>
    public IReadOnlyDictionary<string, object?> Loose() =>
        node.Members.Where(member => ScalarOf(member.Value) is not null).DistinctBy(member => member.Name).ToDictionary(member => member.Name, member => (object?)ScalarOf(member.Value));

    /// <summary>All members as texts, for settings whose names only the reader of the value knows.</summary>
    public IReadOnlyDictionary<string, string> AllScalars()
    {
        _asked.AsSpan().Fill(true);
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in node.Members)
        {
            if (ScalarOf(member.Value) is { } scalar)
            {
                all[member.Name] = scalar;
            }
            else if (member.Value is not NullNode)
            {
                Wrong(member.Value, member.Name, "a text, a number or a flag");
            }
        }

        return all;
    }

    /// <summary>Notes a fault for each of these that is a number or a flag; <see cref="AllScalars"/> has already spoken about lists and blocks.</summary>
    public void RequireTexts(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (Find(key) is (NumberNode or FlagNode) and var other)
            {
                Wrong(other, key, "a text");
            }
        }
    }

    /// <summary>Reports the keys nobody asked for.</summary>
    public void Close(UnknownKeys unknown)
    {
        for (var index = 0; index < _asked.Length; index++)
        {
            if (!_asked[index])
            {
                var member = node.Members[index];
                var place = member.Place;
                faults.Add((unknown == UnknownKeys.Refuse ? Catalogue.Agent.UnknownKey : Catalogue.Agent.UnknownKeyIgnored).For(place, place, member.Name, name));
            }
        }
    }

    /// <summary>Takes note of keys that other agents understand and that mean nothing here.</summary>
    public void Ignore(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (Find(key) is { } value)
            {
                faults.Add(Catalogue.Agent.KeyWithoutEffect.For(value.Place, value.Place, key, name));
            }
        }
    }

    public void Report(DiagnosticDescriptor entry, params ReadOnlySpan<object?> arguments) => faults.Add(entry.For(Place, [Place, .. arguments]));

    private void Wrong(ConfigNode value, string key, string expected) =>
        faults.Add(Catalogue.Agent.WrongValue.For(value.Place, value.Place, key, name, expected));

    private ConfigNode? Find(string key)
    {
        ConfigNode? found = null;
        for (var index = 0; index < _asked.Length; index++)
        {
            var member = node.Members[index];
            if (member.Has(key))
            {
                _asked[index] = true;
                found = member.Value is NullNode ? found : member.Value;
            }
        }

        return found;
    }

    private void Collect(ConfigNode value, string key, BlockLabel labels, List<Section> sections)
    {
        switch (value)
        {
            case ListNode list:
                foreach (var item in list.Items)
                {
                    Collect(item, key, labels, sections);
                }

                break;
            case ObjectNode block when labels == BlockLabel.Possible && Labelled(block) is { } inner:
                var before = sections.Count;
                Collect(inner.Value, key, BlockLabel.None, sections);
                for (var i = before; i < sections.Count; i++)
                {
                    sections[i] = sections[i].WithLabel(inner.Name);
                }

                break;
            case ObjectNode block:
                sections.Add(new Section(block, key, null, faults));
                break;
            case NullNode:
                break;
            default:
                Wrong(value, key, "a block");
                break;
        }
    }

    private Section WithLabel(string text) => new(node, name, text, faults);

    // A block with a label arrives as an object with one member that is itself a block.
    private static ConfigMember? Labelled(ObjectNode block) => block.Members is [{ Value: ObjectNode or ListNode { Items: [ObjectNode, ..] } } only] && !only.Has("config") && !only.Has("vault") ? only : null;

    private static string? ScalarOf(ConfigNode value) => value switch
    {
        TextNode text => text.Value,
        NumberNode number => number.Raw,
        FlagNode flag => flag.Value ? "true" : "false",
        _ => null,
    };

    private static int? OctalOf(string text)
    {
        var mode = 0;
        foreach (var digit in text)
        {
            if (digit is < '0' or > '7' || mode > 0xFFFF)
            {
                return null;
            }

            mode = (mode * 8) + (digit - '0');
        }

        return text.Length == 0 ? null : mode;
    }

    // HCL writes octal numbers with a leading zero.
    private static long? IntegerOf(string raw)
    {
        if (raw.Length > 1 && raw[0] == '0')
        {
            return OctalOf(raw);
        }

        return long.TryParse(raw, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
