using System.Text;
using Injector.Templates.Calling;
using Injector.Templates.Functions.Conversion;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Paths;

/// <summary><c>sprig_urlParse</c> and <c>sprig_urlJoin</c>: an address as a map of its parts.</summary>
internal static class UrlMap
{
    public static Value Parse(FunctionCall call)
    {
        if (UrlParser.Parse(Encoding.Latin1.GetString(call.Bytes(0)), out var problem) is not { } url)
        {
            return call.Fail("unable to parse url: " + problem);
        }

        var map = MapValue.Create(8);
        map.Set("fragment", Text(url.Fragment));
        map.Set("host", Text(url.Host));
        map.Set("hostname", Text(url.HostName));
        map.Set("opaque", Text(url.Opaque));
        map.Set("path", Text(url.Path));
        map.Set("query", Text(url.RawQuery));
        map.Set("scheme", Text(url.Scheme));
        map.Set("userinfo", Text(url.User ?? ""));
        return map;
    }

    public static Value Join(FunctionCall call)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in (ReadOnlySpan<string>)["scheme", "host", "path", "query", "opaque", "fragment", "userinfo"])
        {
            if (!call.Map(0).TryGet(Encoding.UTF8.GetBytes(name), out var value))
            {
                parts[name] = "";
            }
            else if (value is TextValue text)
            {
                parts[name] = Encoding.Latin1.GetString(text.Span);
            }
            else
            {
                return call.Fail($"unable to parse {name} key, must be of type string, but {KindName.Of(value)} found");
            }
        }

        string? user = null;
        if (parts["userinfo"].Length > 0)
        {
            if (UrlParser.Parse($"proto://{parts["userinfo"]}@host", out var problem) is not { } holder)
            {
                return call.Fail("unable to parse userinfo in dict: " + problem);
            }

            user = holder.User;
        }

        return Text(new GoUrl
        {
            Scheme = parts["scheme"],
            Host = parts["host"],
            Path = parts["path"],
            RawQuery = parts["query"],
            Opaque = parts["opaque"],
            Fragment = parts["fragment"],
            User = user,
        }.ToString());
    }

    private static StringValue Text(string latin1) => new(Encoding.Latin1.GetBytes(latin1));
}
