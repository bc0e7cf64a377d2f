namespace Injector.Templates.Values;

/// <summary>The whole number types a template can see.</summary>
public enum IntegerType
{
    /// <summary><c>int</c>, 64 bits.</summary>
    Int,

    /// <summary><c>int64</c>.</summary>
    Int64,

    /// <summary><c>time.Month</c>, an <c>int</c> that prints as a name.</summary>
    Month,

    /// <summary><c>time.Weekday</c>, an <c>int</c> that prints as a name.</summary>
    Weekday,

    /// <summary><c>time.Duration</c>, an <c>int64</c> that prints with units.</summary>
    Duration,

    /// <summary><c>uint8</c>: a byte of a string.</summary>
    UInt8,

    /// <summary><c>uint32</c>.</summary>
    UInt32,

    /// <summary><c>uint64</c>.</summary>
    UInt64,
}
