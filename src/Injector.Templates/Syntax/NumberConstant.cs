using Injector.Templates.Values;

namespace Injector.Templates.Syntax;

/// <summary>The values a number literal has as int, uint, float and complex; the ones it cannot be are absent.</summary>
internal sealed record NumberConstant
{
    public long? Int { get; init; }

    public ulong? Uint { get; init; }

    public double? Float { get; init; }

    public ComplexValue? Complex { get; init; }

    /// <summary>Decides by its spelling which of its forms a number has.</summary>
    public Value Ideal(string source)
    {
        if (Complex is not null)
        {
            return Complex;
        }

        if (Float is { } number && source[0] != '\'' && !IsHexInteger(source) && source.AsSpan().ContainsAny(".eEpP"))
        {
            return new FloatValue(number);
        }

        return Int is { } integer ? IntegerValue.Int(integer) : Value.Nil;
    }

    private static bool IsHexInteger(string source) =>
        source.Length > 2 && source[0] == '0' && (source[1] is 'x' or 'X') && !source.AsSpan().ContainsAny('p', 'P');
}
