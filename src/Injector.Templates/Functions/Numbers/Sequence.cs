using System.Globalization;
using Injector.Templates.Calling;
using Injector.Templates.Formatting;
using Injector.Templates.Functions.Text;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Numbers;

/// <summary><c>sprig_until</c>, <c>sprig_untilStep</c> and <c>sprig_seq</c>: numbers from a start to an end that is not included.</summary>
internal static class Sequence
{
    /// <summary>Rough size of one number, for the bound on what a call may make.</summary>
    private const int BytesPerNumber = 16;

    public static Value List(FunctionCall call, long start, long end, long step)
    {
        var count = Count(start, end, step);
        if (TextSize.Exceeds(call, count > int.MaxValue ? long.MaxValue : count * BytesPerNumber))
        {
            return TextSize.Fail(call);
        }

        var items = new Value[count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = IntegerValue.Int(start + i * step);
        }

        return ListValue.OfType(GoType.IntList, items);
    }

    /// <summary>Like the shell's <c>seq</c>: the end is included.</summary>
    public static Value Text(FunctionCall call)
    {
        if (call.Count is 0 or > 3)
        {
            return StringValue.Empty;
        }

        var start = call.Count == 1 ? 1 : call.Integer(0);
        var end = call.Integer(call.Count - 1);
        var direction = end < start ? -1 : 1;
        var step = call.Count == 3 ? call.Integer(1) : direction;
        if (call.Count == 3 && direction < 0 && step > 0)
        {
            return StringValue.Empty;
        }

        var numbers = List(call, start, end + direction, step);
        if (numbers is not ListValue list)
        {
            return numbers;
        }

        using var output = new ByteBuffer();
        foreach (IntegerValue number in list.Items)
        {
            output.Append(output.Length == 0 ? "" : " ");
            output.Append(number.Signed.ToString(CultureInfo.InvariantCulture));
        }

        return new StringValue(output.ToArray());
    }

    private static long Count(long start, long end, long step)
    {
        var (distance, width) = end < start ? ((Int128)start - end, -(Int128)step) : ((Int128)end - start, step);
        return width <= 0 ? 0 : (long)Int128.Min(long.MaxValue, (distance + width - 1) / width);
    }
}
