using System.Text;
using Injector.Templates.Formatting;

namespace Injector.Templates.Dependencies;

/// <summary>What the arguments of <c>secret</c>, <c>secrets</c>, <c>pkiCert</c> or <c>file</c> ask for.</summary>
/// <param name="Dependency">The dependency; null when the arguments ask for nothing or are wrong.</param>
/// <param name="Error">What is wrong with the arguments, or null.</param>
internal readonly record struct DependencyRequest(Dependency? Dependency, string? Error)
{
    private static readonly DependencyRequest Nothing = new(null, null);

    /// <summary>Reads the arguments of the function called <paramref name="function"/>.</summary>
    /// <param name="function">One of the four names.</param>
    /// <param name="arguments">The arguments.</param>
    /// <param name="destination">The file the template is rendered to.</param>
    public static DependencyRequest Of(string function, ReadOnlySpan<string> arguments, string destination)
    {
        if (arguments.IsEmpty)
        {
            return Nothing;
        }

        return function switch
        {
            "secret" when arguments.Length == 1 => OfRead(arguments[0]),
            "secret" => OfWrite(arguments),
            "secrets" => OfList(arguments[0]),
            "pkiCert" => OfCertificate(arguments, destination),
            "file" => OfFile(arguments[0]),
            _ => throw new ArgumentOutOfRangeException(nameof(function)),
        };
    }

    private static DependencyRequest OfRead(string text)
    {
        var path = Trimmed(text);
        if (path.Length == 0)
        {
            return Invalid("vault.read", path);
        }

        var (plain, query) = SplitQuery(path);
        return TryDecode(plain, out var decoded, out var wrong)
            ? new DependencyRequest(new VaultRead(decoded, query), null)
            : new DependencyRequest(null, $"parse {GoQuote.Quote(path)}: invalid URL escape {GoQuote.Quote(wrong)}");
    }

    private static DependencyRequest OfWrite(ReadOnlySpan<string> arguments)
    {
        if (!TryParameters(arguments[1..], out var parameters, out var error))
        {
            return new DependencyRequest(null, error);
        }

        var path = Trimmed(arguments[0]);
        return path.Length == 0 ? Invalid("vault.write", path) : new DependencyRequest(new VaultWrite(path, parameters), null);
    }

    private static DependencyRequest OfCertificate(ReadOnlySpan<string> arguments, string destination)
    {
        if (!TryParameters(arguments[1..], out var parameters, out var error))
        {
            return new DependencyRequest(null, error);
        }

        var path = Trimmed(arguments[0]);
        return path.Length == 0
            ? Invalid("vault.read", path)
            : new DependencyRequest(new PkiCertificate(SplitQuery(path).Path, parameters, destination), null);
    }

    private static DependencyRequest OfList(string text)
    {
        if (text.Length == 0)
        {
            return Nothing;
        }

        var path = Trimmed(text);
        return path.Length == 0 ? Invalid("vault.list", path) : new DependencyRequest(new VaultList(path), null);
    }

    private static DependencyRequest OfFile(string text)
    {
        if (text.Length == 0)
        {
            return Nothing;
        }

        var path = text.Trim();
        return path.Length == 0 ? Invalid("file", path) : new DependencyRequest(new FileContent(path), null);
    }

    private static DependencyRequest Invalid(string name, string text) => new(null, $"{name}: invalid format: {GoQuote.Quote(text)}");

    private static string Trimmed(string text) => text.Trim().Trim('/');

    private static (string Path, string Query) SplitQuery(string path)
    {
        var fragment = path.IndexOf('#', StringComparison.Ordinal);
        path = fragment < 0 ? path : path[..fragment];
        var mark = path.IndexOf('?', StringComparison.Ordinal);
        return mark < 0 ? (path, "") : (path[..mark], path[(mark + 1)..]);
    }

    private static bool TryDecode(string path, out string decoded, out string wrong)
    {
        decoded = path;
        wrong = "";
        for (var i = path.IndexOf('%', StringComparison.Ordinal); i >= 0 && i < path.Length; i++)
        {
            if (path[i] == '%' && (i + 2 >= path.Length || !char.IsAsciiHexDigit(path[i + 1]) || !char.IsAsciiHexDigit(path[i + 2])))
            {
                wrong = path[i..Math.Min(i + 3, path.Length)];
                return false;
            }
        }

        decoded = path.Contains('%', StringComparison.Ordinal) ? Encoding.UTF8.GetString(Unescaped(Encoding.UTF8.GetBytes(path))) : path;
        return true;
    }

    private static byte[] Unescaped(byte[] text)
    {
        var result = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '%')
            {
                result.AddRange(Convert.FromHexString(Encoding.ASCII.GetString(text, i + 1, 2)));
                i += 2;
            }
            else
            {
                result.Add(text[i]);
            }
        }

        return [.. result];
    }

    private static bool TryParameters(ReadOnlySpan<string> texts, out DependencyParameters parameters, out string? error)
    {
        error = null;
        var pairs = new List<KeyValuePair<string, string>>(texts.Length);
        foreach (var text in texts)
        {
            if (text.Length == 0)
            {
                continue;
            }

            var sign = text.IndexOf('=', StringComparison.Ordinal);
            if (sign < 0)
            {
                error = "not k=v pair " + GoQuote.Quote(text);
                break;
            }

            pairs.Add(KeyValuePair.Create(text[..sign], text[(sign + 1)..]));
        }

        parameters = DependencyParameters.Of(pairs);
        return error is null;
    }
}
