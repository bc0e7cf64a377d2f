using System.Buffers;

namespace Injector.Contracts.Annotations.Values;

/// <summary>The characters numbers are made of; .NET's own parsers take a few more.</summary>
internal static class NumberCharacters
{
    public static readonly SearchValues<char> Whole = SearchValues.Create("+-0123456789");

    public static readonly SearchValues<char> Decimal = SearchValues.Create("+-.0123456789eE");
}
