using System.Diagnostics.CodeAnalysis;
using Injector.Templates.Calling;
using Injector.Templates.Functions.Conversion;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Lists;

/// <summary>The list argument of sprig's functions, which take anything and complain themselves.</summary>
internal static class ListArgument
{
    private const string NilDereference = "runtime error: invalid memory address or nil pointer dereference";

    /// <summary>Gets the list at <paramref name="index"/>; otherwise the call has failed with <paramref name="complaint"/> and the kind.</summary>
    public static bool TryGet(FunctionCall call, int index, string complaint, [NotNullWhen(true)] out ListValue? list)
    {
        list = call[index] as ListValue;
        if (list is null)
        {
            call.Fail(call[index].IsNil ? NilDereference : $"{complaint} {KindName.Of(call[index])}");
        }

        return list is not null;
    }
}
