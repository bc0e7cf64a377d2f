namespace Injector.Templates.Functions.Regex;

/// <summary>A finished character class with a bitmap for ASCII.</summary>
internal sealed class CharacterClass
{
    private readonly List<ClassItem> _items;
    private readonly bool _negated;
    private readonly CaseRule _fold;
    private readonly UInt128 _ascii;

    public CharacterClass(List<ClassItem> items, bool negated, CaseRule fold)
    {
        (_items, _negated, _fold) = (items, negated, fold);
        for (var rune = 0; rune < 0x80; rune++)
        {
            _ascii |= Evaluate(rune) ? UInt128.One << rune : UInt128.Zero;
        }
    }

    public bool Contains(int rune) => rune < 0x80 ? (_ascii >> rune & UInt128.One) != UInt128.Zero : Evaluate(rune);

    private bool Evaluate(int rune)
    {
        foreach (var item in _items)
        {
            if (item.Contains(rune, _fold))
            {
                return !_negated;
            }
        }

        return _negated;
    }
}
