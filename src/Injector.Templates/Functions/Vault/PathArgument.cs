using System.Text;
using Injector.Templates.Calling;
using Injector.Templates.Formatting;
using Injector.Templates.Functions.Paths;

namespace Injector.Templates.Functions.Vault;

/// <summary>The path argument of functions that ask Vault: blanks and slashes around it do not count, and it is read like an address.</summary>
internal static class PathArgument
{
    /// <summary>Gets path and query; null when the call has failed.</summary>
    public static GoUrl? Read(FunctionCall call, string operation)
    {
        var text = Trim(call.Text(0));
        if (text.Length == 0)
        {
            call.Fail($"{operation}: invalid format: {GoQuote.Quote("")}");
            return null;
        }

        if (UrlParser.Parse(Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text)), out var problem) is { } url)
        {
            return url with { Path = FromLatin1(url.Path), RawQuery = FromLatin1(url.RawQuery) };
        }

        call.Fail(problem);
        return null;
    }

    /// <summary>Gets a path that is not read like an address; null when the call has failed.</summary>
    public static string? ReadPlain(FunctionCall call, string operation)
    {
        var text = Trim(call.Text(0));
        if (text.Length == 0)
        {
            call.Fail($"{operation}: invalid format: {GoQuote.Quote("")}");
            return null;
        }

        return text;
    }

    private static string Trim(string path) => path.Trim().Trim('/');

    private static string FromLatin1(string text) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(text));
}
