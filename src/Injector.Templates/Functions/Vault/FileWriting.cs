using Injector.Templates.Calling;
using Injector.Templates.Formatting;
using Injector.Templates.Functions.Numbers;
using Injector.Templates.Values;
using static Injector.Templates.Values.GoType;

namespace Injector.Templates.Functions.Vault;

/// <summary><c>writeToFile</c>: the file is written by the host once the template has rendered completely.</summary>
internal static class FileWriting
{
    public static readonly FunctionDefinition[] All =
    [
        FunctionDefinition.Variadic("writeToFile", [GoType.String, GoType.String, GoType.String, GoType.String, GoType.String], GoType.String, static call => Write(call)),
    ];

    private static Value Write(FunctionCall call)
    {
        if (call.Count < 5)
        {
            return call.Fail("runtime error: index out of range [-1]");
        }

        if (GoInteger.ParseUnsigned(call.Bytes(3), 8, out var permissions) != NumberSyntax.Valid || permissions > uint.MaxValue)
        {
            var reason = permissions > uint.MaxValue ? "value out of range" : "invalid syntax";
            return call.Fail($"strconv.ParseUint: parsing {GoQuote.Quote(call.Text(3))}: {reason}");
        }

        var flags = call.Count == 6 ? call.Text(4) : "";
        var content = call.String(call.Count - 1).Bytes;
        if (flags.Contains("newline", StringComparison.Ordinal))
        {
            content = (byte[])[.. content.Span, (byte)'\n'];
        }

        var mode = flags.Contains("append", StringComparison.Ordinal) ? FileWriteMode.Append : FileWriteMode.Replace;
        call.Scope.AddWrite(new FileWrite(call.Text(0), call.Text(1), call.Text(2), call.Text(3), content, mode));
        return StringValue.Empty;
    }
}
