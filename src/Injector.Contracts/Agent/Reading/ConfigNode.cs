namespace Injector.Contracts.Agent.Reading;

/// <summary>A value of the document, the same for JSON and HCL, with its place.</summary>
internal abstract record ConfigNode(ConfigurationText Source, int Offset)
{
    public string Place => Source.Locate(Offset);
}

internal sealed record TextNode(ConfigurationText Source, int Offset, string Value) : ConfigNode(Source, Offset);

/// <summary>A number as written; HCL's octal and hexadecimal forms included.</summary>
internal sealed record NumberNode(ConfigurationText Source, int Offset, string Raw) : ConfigNode(Source, Offset);

internal sealed record FlagNode(ConfigurationText Source, int Offset, bool Value) : ConfigNode(Source, Offset);

internal sealed record NullNode(ConfigurationText Source, int Offset) : ConfigNode(Source, Offset);

internal sealed record ListNode(ConfigurationText Source, int Offset, IReadOnlyList<ConfigNode> Items) : ConfigNode(Source, Offset);

/// <summary>An object or block; a name may occur more than once, as blocks do.</summary>
internal sealed record ObjectNode(ConfigurationText Source, int Offset, IReadOnlyList<ConfigMember> Members) : ConfigNode(Source, Offset);

internal sealed record ConfigMember(string Name, int Offset, ConfigNode Value)
{
    /// <summary>Whether this is the member of that name. As in HCL, capitals make no difference.</summary>
    public bool Has(string name) => string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);

    // The members of a merged document come from several texts; a value knows its own.
    public string Place => Value.Source.Locate(Offset);
}
