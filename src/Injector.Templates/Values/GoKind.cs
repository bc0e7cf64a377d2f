namespace Injector.Templates.Values;

/// <summary>What a value is to the template language, whatever its exact type: decides comparison, truth and formatting.</summary>
public enum GoKind
{
    /// <summary>Nothing at all.</summary>
    Invalid,

    /// <summary>true or false.</summary>
    Bool,

    /// <summary>Signed whole numbers.</summary>
    Int,

    /// <summary>Unsigned whole numbers.</summary>
    Uint,

    /// <summary>Floating point numbers.</summary>
    Float,

    /// <summary>Complex numbers.</summary>
    Complex,

    /// <summary>Byte strings, and numbers kept as text.</summary>
    String,

    /// <summary>Lists.</summary>
    Slice,

    /// <summary>Maps.</summary>
    Map,

    /// <summary>Plain structs.</summary>
    Struct,

    /// <summary>Pointers to structs; may be nil.</summary>
    Pointer,

    /// <summary>Channels: the result of <c>loop</c>.</summary>
    Channel,
}
