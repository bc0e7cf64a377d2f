using Injector.Templates.Calling;
using Injector.Templates.Values;
using static Injector.Templates.Values.GoType;

namespace Injector.Templates.Functions.Lists;

/// <summary>consul-template's <c>in</c>, <c>contains</c> and their relatives.</summary>
internal static class Membership
{
    private const string NilNeedle = "reflect: call of reflect.Value.Type on zero Value";

    public static readonly FunctionDefinition[] All =
    [
        new("in", [Any, Any], Bool, static call => Find(call, call[0], call[1])),
        new("contains", [Any, Any], Bool, static call => Find(call, call[1], call[0])),
        new("containsAll", [List, Any], Bool, static call => Every(call, stopsAt: false, atEnd: true)),
        new("containsAny", [List, Any], Bool, static call => Every(call, stopsAt: true, atEnd: false)),
        new("containsNone", [List, Any], Bool, static call => Every(call, stopsAt: true, atEnd: true)),
        new("containsNotAll", [List, Any], Bool, static call => Every(call, stopsAt: false, atEnd: false)),
    ];

    private static Value Find(FunctionCall call, Value haystack, Value needle) =>
        IsNilAmongTexts(haystack, needle) ? call.Fail(NilNeedle) : BoolValue.From(Contains(haystack, needle));

    /// <summary>Looks for every wanted value until one is found (or not found, as <paramref name="stopsAt"/> says).</summary>
    private static Value Every(FunctionCall call, bool stopsAt, bool atEnd)
    {
        foreach (var wanted in call.List(0).Items)
        {
            if (IsNilAmongTexts(call[1], wanted))
            {
                return call.Fail(NilNeedle);
            }

            if (Contains(call[1], wanted) == stopsAt)
            {
                return BoolValue.From(!atEnd);
            }
        }

        return BoolValue.From(atEnd);
    }

    private static bool Contains(Value haystack, Value needle) => haystack switch
    {
        ListValue list => Contains(list.Items, needle),
        TextValue text => text.TypeName == needle.TypeName && text.Span.IndexOf(((TextValue)needle).Span) >= 0,
        _ => false,
    };

    private static bool Contains(ReadOnlySpan<Value> items, Value needle)
    {
        foreach (var item in items)
        {
            if (Matches(item, needle))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Matches(Value item, Value needle) => (item, needle) switch
    {
        (IntegerValue { IsUnsigned: false } a, IntegerValue { IsUnsigned: false } b) => a.Signed == b.Signed,
        (FloatValue a, FloatValue b) => a.Number == b.Number,
        (TextValue a, TextValue b) => a.TypeName == b.TypeName && a.Span.SequenceEqual(b.Span),
        _ => false,
    };

    /// <summary>The original asks a nil for its type as soon as it meets a text.</summary>
    private static bool IsNilAmongTexts(Value haystack, Value needle) => needle.IsNil
        && (haystack is TextValue || (haystack is ListValue list && Array.Exists(list.Items.ToArray(), static item => item is TextValue)));
}
