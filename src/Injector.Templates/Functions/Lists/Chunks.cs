using Injector.Templates.Calling;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Lists;

/// <summary><c>sprig_chunk</c>: a list as a list of lists of one length, the last one perhaps shorter.</summary>
internal static class Chunks
{
    public static Value Cut(FunctionCall call)
    {
        if (!ListArgument.TryGet(call, 1, "Cannot chunk type", out var list))
        {
            return Value.Nil;
        }

        var size = call.Integer(0);
        if (size <= 0 && (size == 0 || list.Count > 0))
        {
            return call.Fail("runtime error: makeslice: len out of range");
        }

        var length = (int)Math.Min(Math.Max(size, 1), int.MaxValue);
        var chunks = new List<Value>();
        for (var start = 0; start < list.Count; start += length)
        {
            chunks.Add(ListValue.Of(list.Items.Slice(start, Math.Min(length, list.Count - start)).ToArray()));
            if (length > list.Count - start)
            {
                break;
            }
        }

        return ListValue.OfType(GoType.ListOfLists, chunks.ToArray());
    }
}
