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
        if (size <= 0)
        {
            // The original takes the number of chunks from a division: a negative size may happen to give none.
            return size < 0 && Math.Floor((list.Count - 1) / (double)size) == -1
                ? ListValue.OfType(GoType.ListOfLists, default)
                : call.Fail("runtime error: makeslice: len out of range");
        }

        var length = (int)Math.Min(size, int.MaxValue);
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
