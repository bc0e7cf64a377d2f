namespace Injector.Templates.Values;

/// <summary>A list: <c>[]interface {}</c>, <c>[]string</c>, <c>[]int</c> or <c>[][]interface {}</c>.</summary>
public sealed class ListValue : Value
{
    private readonly ReadOnlyMemory<Value> _items;

    private ListValue(GoType type, ReadOnlyMemory<Value> items, bool isNil)
    {
        Type = type;
        _items = items;
        IsNilList = isNil;
    }

    /// <summary>The list type: <see cref="GoType.List"/>, <see cref="GoType.StringList"/>, <see cref="GoType.IntList"/> or <see cref="GoType.ListOfLists"/>.</summary>
    public GoType Type { get; }

    /// <summary>Whether this is Go's nil list, which JSON writes as null; otherwise it behaves like an empty list.</summary>
    public bool IsNilList { get; }

    /// <summary>Number of elements.</summary>
    public int Count => _items.Length;

    /// <summary>The elements.</summary>
    public ReadOnlySpan<Value> Items => _items.Span;

    /// <inheritdoc/>
    public override GoKind Kind => GoKind.Slice;

    /// <inheritdoc/>
    public override string TypeName => GoTypeNames.NameOf(Type);

    internal bool ElementsAreAny => Type == GoType.List;

    /// <summary>The element at <paramref name="index"/>.</summary>
    public Value this[int index] => _items.Span[index];

    /// <summary>An <c>[]interface {}</c> of <paramref name="items"/>, which must not change afterwards.</summary>
    public static ListValue Of(params Value[] items) => new(GoType.List, items, isNil: false);

    /// <summary>A <c>[]string</c> of <paramref name="items"/> (every one a <see cref="StringValue"/>), which must not change afterwards.</summary>
    public static ListValue OfStrings(params Value[] items) => new(GoType.StringList, items, isNil: false);

    /// <summary>A list of the given type; <paramref name="items"/> must fit it and must not change afterwards.</summary>
    public static ListValue OfType(GoType type, ReadOnlyMemory<Value> items) => new(type, items, isNil: false);

    /// <summary>The nil list of the given type.</summary>
    public static ListValue NilOf(GoType type) => new(type, ReadOnlyMemory<Value>.Empty, isNil: true);

    /// <summary>Elements <paramref name="start"/> to <paramref name="end"/> (exclusive) as a list of the same type.</summary>
    public ListValue Slice(int start, int end) => new(Type, _items[start..end], isNil: false);
}
