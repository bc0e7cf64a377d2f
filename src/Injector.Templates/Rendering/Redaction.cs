using System.Text;
using Injector.Templates.Formatting;
using Injector.Templates.Values;

namespace Injector.Templates.Rendering;

/// <summary>Takes secrets out of error texts.</summary>
internal static class Redaction
{
    private const string Replacement = "[redacted]";

    // Shorter values would take half of every message with them, and tell little.
    private const int ShortestLeaf = 4;

    /// <summary>As consul-template does it: the values at the top of each secret's data.</summary>
    public static string AsReference(string message, IEnumerable<Value> answers) => Replace(message, answers.SelectMany(TopValues));

    /// <summary>Every text inside every answer, also quoted and in the forms that templates most often bring it into before something fails.</summary>
    public static string Complete(string message, IEnumerable<Value> answers) =>
        Replace(message, answers.SelectMany(Leaves).Where(static leaf => leaf.Length >= ShortestLeaf).SelectMany(Variants).SelectMany(Forms));

    private static IEnumerable<string> TopValues(Value answer) =>
        answer is SecretValue { Data: MapValue data } ? data.Values.ToArray().Select(static value => GoPrint.Text(value).Decode()) : [];

    private static IEnumerable<string> Forms(string leaf) => [leaf, GoQuote.Quote(leaf)[1..^1]];

    private static IEnumerable<string> Variants(string leaf)
    {
        yield return leaf;
        yield return leaf.ToUpperInvariant();
        yield return leaf.ToLowerInvariant();
        var coded = Convert.ToBase64String(Encoding.UTF8.GetBytes(leaf));
        yield return coded;
        yield return coded.Replace('+', '-').Replace('/', '_');
        var buffer = new byte[leaf.Length];
        if (Convert.TryFromBase64String(leaf, buffer, out var length) && length >= ShortestLeaf)
        {
            yield return Encoding.UTF8.GetString(buffer, 0, length);
        }
    }

    private static IEnumerable<string> Leaves(Value value) => value switch
    {
        TextValue text => [text.Decode()],
        ListValue list => list.Items.ToArray().SelectMany(Leaves),
        MapValue map => map.Values.ToArray().SelectMany(Leaves),
        SecretValue secret => Leaves(secret.Data),
        ObjectValue subject => subject.Fields.SelectMany(static field => Leaves(field.Value)),
        _ => [],
    };

    private static string Replace(string message, IEnumerable<string> secrets)
    {
        var candidates = secrets
            .Where(secret => secret.Length > 0 && message.Contains(secret, StringComparison.Ordinal))
            .OrderByDescending(static secret => secret.Length)
            .ToArray();
        if (candidates.Length == 0)
        {
            return message;
        }

        var result = new StringBuilder(message.Length);
        for (var i = 0; i < message.Length;)
        {
            var hit = Array.Find(candidates, secret => string.CompareOrdinal(message, i, secret, 0, secret.Length) == 0);
            result.Append(hit is null ? message[i].ToString() : Replacement);
            i += hit?.Length ?? 1;
        }

        return result.ToString();
    }
}
