using System.Runtime.CompilerServices;
using Injector.Templates.Functions.Dates;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Toml;

/// <summary>Decides whether a value becomes a line, a table of its own, or an array of tables.</summary>
internal static class TomlShape
{
    public static bool IsNil(Value value) => value is NilValue or NilPointerValue or MapValue { IsNilMap: true } or ListValue { IsNilList: true };

    public static bool IsTable(Value value) => Of(value, out _) != TomlShapeKind.Line;

    public static TomlShapeKind Of(Value value, out string? problem)
    {
        problem = null;
        switch (value)
        {
            case MapValue { IsNilMap: false } or AnyMapValue:
                return TomlShapeKind.Table;
            case TimeValue or ObjectValue { OwnText: not null }:
                return TomlShapeKind.Line;
            case ObjectValue:
                return TomlShapeKind.Table;
            case ListValue { Count: > 0 } list when RuntimeHelpers.TryEnsureSufficientExecutionStack():
                return OfList(list, out problem);
            default:
                return TomlShapeKind.Line;
        }
    }

    private static TomlShapeKind OfList(ListValue list, out string? problem)
    {
        problem = null;
        var allTables = true;
        foreach (var item in list.Items)
        {
            problem ??= IsNil(item) ? "toml: cannot encode array with nil element" : null;
            allTables &= Of(item, out _) == TomlShapeKind.Table;
        }

        return allTables && problem is null ? TomlShapeKind.TableArray : TomlShapeKind.Line;
    }
}
