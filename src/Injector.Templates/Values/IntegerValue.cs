namespace Injector.Templates.Values;

/// <summary>A whole number of one of the types in <see cref="IntegerType"/>.</summary>
public sealed class IntegerValue : Value
{
    private const int SmallCount = 256;
    private static readonly IntegerValue?[] SmallInts = new IntegerValue?[SmallCount];

    private IntegerValue(long bits, IntegerType type)
    {
        Signed = bits;
        Type = type;
    }

    /// <summary>Which type it has.</summary>
    public IntegerType Type { get; }

    /// <summary>The number, for the signed types.</summary>
    public long Signed { get; }

    /// <summary>The number, for the unsigned types.</summary>
    public ulong Unsigned => unchecked((ulong)Signed);

    /// <summary>Whether <see cref="Unsigned"/> is the one to use.</summary>
    public bool IsUnsigned => Type >= IntegerType.UInt8;

    /// <inheritdoc/>
    public override GoKind Kind => IsUnsigned ? GoKind.Uint : GoKind.Int;

    /// <inheritdoc/>
    public override string TypeName => Type switch
    {
        IntegerType.Int => "int",
        IntegerType.Int64 => "int64",
        IntegerType.Month => "time.Month",
        IntegerType.Weekday => "time.Weekday",
        IntegerType.Duration => "time.Duration",
        IntegerType.UInt8 => "uint8",
        IntegerType.UInt32 => "uint32",
        _ => "uint64",
    };

    /// <summary>An <c>int</c>. Small ones are shared.</summary>
    public static IntegerValue Int(long value)
    {
        if ((ulong)value >= SmallCount)
        {
            return new IntegerValue(value, IntegerType.Int);
        }

        return SmallInts[value] ??= new IntegerValue(value, IntegerType.Int);
    }

    /// <summary>An <c>int64</c>.</summary>
    public static IntegerValue Int64(long value) => new(value, IntegerType.Int64);

    /// <summary>A <c>uint8</c>.</summary>
    public static IntegerValue UInt8(byte value) => new(value, IntegerType.UInt8);

    /// <summary>A <c>uint32</c>.</summary>
    public static IntegerValue UInt32(uint value) => new(value, IntegerType.UInt32);

    /// <summary>A <c>uint64</c>.</summary>
    public static IntegerValue UInt64(ulong value) => new(unchecked((long)value), IntegerType.UInt64);

    internal static IntegerValue OfType(long bits, IntegerType type) => type == IntegerType.Int ? Int(bits) : new IntegerValue(bits, type);
}
