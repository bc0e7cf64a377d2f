using System.Text;
using Injector.Templates.Formatting;
using Injector.Templates.Functions.Binary;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Yaml;

/// <summary>Reads YAML 1.1 like yaml.v2 reads into an <c>interface {}</c>: maps have keys of any type, dates stay texts.</summary>
internal sealed class YamlDecoder
{
    private readonly HashSet<YamlNode> _open = [];
    private long _decoded;
    private long _decodedInAliases;
    private int _aliasDepth;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private YamlDecoder()
    {
    }

    /// <summary>Reads the first document; null and a text when there is a problem.</summary>
    public static Value? Parse(ReadOnlySpan<byte> text, out string problem)
    {
        problem = "";
        try
        {
            if (YamlCharacters.FindProblem(text) is { } characters)
            {
                throw new YamlProblem(characters);
            }

            // A byte order mark counts at the very start only, and takes no column there.
            var content = text.StartsWith(ByteOrderMark) ? text[ByteOrderMark.Length..] : text;
            return YamlParser.Parse(content.ToArray()) is { } root ? new YamlDecoder().Decode(root) : Value.Nil;
        }
        catch (YamlProblem found)
        {
            problem = found.Message;
            return null;
        }
    }

    private Value Decode(YamlNode node)
    {
        CountNode();
        switch (node.Kind)
        {
            case YamlNodeKind.Alias:
                return DecodeAlias(node);
            case YamlNodeKind.Scalar:
                return DecodeScalar(node);
            case YamlNodeKind.Sequence:
                return ListValue.Of([.. node.Children.Select(Decode)]);
            default:
                var map = new AnyMapValue();
                DecodeInto(map, node);
                return map;
        }
    }

    /// <summary>Refuses documents that are small only because most of them is repeated by aliases.</summary>
    private void CountNode()
    {
        const double FewNodes = 400_000;
        const double ManyNodes = 4_000_000;
        _decoded++;
        _decodedInAliases += _aliasDepth > 0 ? 1 : 0;
        var allowed = _decoded <= FewNodes
            ? 0.99
            : _decoded >= ManyNodes ? 0.10 : 0.99 - 0.89 * ((_decoded - FewNodes) / (ManyNodes - FewNodes));
        if (_decodedInAliases > 100 && _decoded > 1000 && (double)_decodedInAliases / _decoded > allowed)
        {
            throw new YamlProblem("document contains excessive aliasing");
        }
    }

    private Value DecodeAlias(YamlNode node)
    {
        if (node.Target is not { } target || !_open.Add(target))
        {
            throw new YamlProblem($"anchor '{Encoding.UTF8.GetString(node.Text)}' value contains itself");
        }

        _aliasDepth++;
        var value = Decode(target);
        _aliasDepth--;
        _open.Remove(target);
        return value;
    }

    private void DecodeInto(AnyMapValue map, YamlNode node)
    {
        for (var i = 0; i < node.Children.Count; i += 2)
        {
            if (IsMerge(node.Children[i]))
            {
                Merge(map, node.Children[i + 1]);
                continue;
            }

            var key = Decode(node.Children[i]);
            if (key is AnyMapValue or ListValue)
            {
                throw new YamlProblem("invalid map key: " + GoPrint.Format("%#v", key));
            }

            map.Set(key, Decode(node.Children[i + 1]));
        }
    }

    private static bool IsMerge(YamlNode node) => node.Kind == YamlNodeKind.Scalar && node.Text.AsSpan().SequenceEqual("<<"u8)
        && (node.Tag.Length == 0 ? node.IsImplicit : node.Tag is "!" or YamlTags.Merge);

    private void Merge(AnyMapValue map, YamlNode node)
    {
        if (node.Kind == YamlNodeKind.Sequence)
        {
            // The first one wins, so it is entered last.
            for (var i = node.Children.Count - 1; i >= 0; i--)
            {
                MergeOne(map, node.Children[i]);
            }

            return;
        }

        MergeOne(map, node);
    }

    private void MergeOne(AnyMapValue map, YamlNode node)
    {
        var source = node.Kind == YamlNodeKind.Alias ? node.Target : node;
        if (source is not { Kind: YamlNodeKind.Mapping })
        {
            throw new YamlProblem("map merge requires map or sequence of maps as the value");
        }

        if (Decode(node) is AnyMapValue merged)
        {
            foreach (var (key, value) in merged.Entries)
            {
                map.Set(key, value);
            }
        }
    }

    private static Value DecodeScalar(YamlNode node)
    {
        if (node.Tag.Length == 0 && !node.IsImplicit)
        {
            return StringValue.Copy(node.Text);
        }

        return node.Tag switch
        {
            "" => YamlScalar.Resolve(node.Text).Value,
            YamlTags.Binary => GoBase64.Standard.Decode(node.Text, out _) is { } bytes
                ? new StringValue(bytes)
                : throw new YamlProblem("!!binary value contains invalid base64 data"),
            YamlTags.Null or YamlTags.Bool or YamlTags.Int or YamlTags.Float => Convert(node, YamlScalar.Resolve(node.Text)),
            _ => StringValue.Copy(node.Text),
        };
    }

    private static Value Convert(YamlNode node, YamlScalar scalar)
    {
        if (scalar.Tag == node.Tag)
        {
            return scalar.Value;
        }

        if (node.Tag == YamlTags.Float && scalar.Value is IntegerValue number)
        {
            return new FloatValue(number.IsUnsigned ? number.Unsigned : number.Signed);
        }

        if (node.Tag == YamlTags.Null)
        {
            return Value.Nil;
        }

        var text = Encoding.UTF8.GetString(node.Text);
        throw new YamlProblem($"cannot decode {YamlTags.Short(scalar.Tag)} `{text}` as a {YamlTags.Short(node.Tag)}");
    }
}
