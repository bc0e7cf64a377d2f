namespace Injector.Templates.Values;

/// <summary>The whole number types a template can see.</summary>
public enum IntegerType
{
    /// <summary><c>int</c>, 64 bits.</summary>
    Int,

    /// <summary><c>int64</c>.</summary>
    Int64,

    /// <summary><c>uint8</c>: a byte of a string.</summary>
    UInt8,

    /// <summary><c>uint32</c>.</summary>
    UInt32,

    /// <summary><c>uint64</c>.</summary>
    UInt64,
}
