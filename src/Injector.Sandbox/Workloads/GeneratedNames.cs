using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Injector.Sandbox.Workloads;

/// <summary>Names and ids as the API server and its controllers make them.</summary>
internal sealed class GeneratedNames(Func<double> chance)
{
    // No vowels, so that no words appear; no digits that look like letters.
    private const string Alphabet = "bcdfghjklmnpqrstvwxz2456789";
    private const int SuffixLength = 5;

    /// <summary>Five random characters.</summary>
    public string Suffix() => string.Concat(Enumerable.Range(0, SuffixLength).Select(_ => Alphabet[Number(Alphabet.Length)]));

    public string Uid()
    {
        var bytes = new byte[16];
        for (var index = 0; index < bytes.Length; index++)
        {
            bytes[index] = (byte)Number(256);
        }

        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    /// <summary>A short mark of a template's content: the same content gives the same mark.</summary>
    public static string Hash(JsonNode template)
    {
        var hash = 2166136261u;
        foreach (var one in Encoding.UTF8.GetBytes(template.ToJsonString()))
        {
            hash = (hash ^ one) * 16777619u;
        }

        return string.Concat(hash.ToString(CultureInfo.InvariantCulture).Select(digit => Alphabet[digit % Alphabet.Length]));
    }

    private int Number(int limit) => Math.Min((int)(chance() * limit), limit - 1);
}
