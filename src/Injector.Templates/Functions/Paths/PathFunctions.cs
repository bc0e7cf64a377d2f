using System.Text;
using Injector.Templates.Calling;
using Injector.Templates.Values;
using static Injector.Templates.Values.GoType;

namespace Injector.Templates.Functions.Paths;

/// <summary>sprig's functions on paths; on Linux both sets are the same.</summary>
internal static class PathFunctions
{
    public static readonly FunctionDefinition[] All =
    [
        .. Both("base", "osBase", SlashPath.Base),
        .. Both("dir", "osDir", SlashPath.Directory),
        .. Both("ext", "osExt", SlashPath.Extension),
        .. Both("clean", "osClean", SlashPath.Clean),
        new("sprig_isAbs", [GoType.String], Bool, static call => BoolValue.From(call.Bytes(0).StartsWith("/"u8))),
        new("sprig_osIsAbs", [GoType.String], Bool, static call => BoolValue.From(call.Bytes(0).StartsWith("/"u8))),
        new("sprig_urlParse", [GoType.String], Map, static call => UrlMap.Parse(call)),
        new("sprig_urlJoin", [Map], GoType.String, static call => UrlMap.Join(call)),
    ];

    private static FunctionDefinition[] Both(string name, string systemName, Func<string, string> apply) =>
    [
        new("sprig_" + name, [GoType.String], GoType.String, call => Apply(call, apply)),
        new("sprig_" + systemName, [GoType.String], GoType.String, call => Apply(call, apply)),
    ];

    private static StringValue Apply(FunctionCall call, Func<string, string> apply) =>
        new(Encoding.Latin1.GetBytes(apply(Encoding.Latin1.GetString(call.Bytes(0)))));
}
