using System.Buffers.Binary;
using System.Text;

namespace Injector.TestKit.Processes;

/// <summary>The symbols of a 64-bit ELF file. What a symbol occupies is the distance to the next one: data symbols carry no size.</summary>
public sealed class SymbolTable
{
    private const int SymbolSection = 2;
    private const int SymbolSize = 24;

    // Between the last symbol of one section and the first of the next lies a gap that belongs to nobody.
    private const ulong LargestSymbol = 1024 * 1024;

    private static readonly Comparer<(ulong Address, string Name)> ByAddress = Comparer<(ulong Address, string Name)>.Create(static (one, other) => one.Address.CompareTo(other.Address));

    private readonly List<(ulong Address, string Name)> _symbols;

    private SymbolTable(List<(ulong Address, string Name)> symbols) => _symbols = symbols;

    /// <summary>Reads the table of a program, or of the file its symbols were moved to.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The table.</returns>
    public static SymbolTable Read(string path)
    {
        var file = File.ReadAllBytes(path);
        var sections = (int)BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(0x28));
        var sectionSize = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(0x3A));
        var count = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(0x3C));
        var symbols = new List<(ulong Address, string Name)>();
        for (var index = 0; index < count; index++)
        {
            var section = file.AsSpan(sections + (index * sectionSize), sectionSize);
            if (BinaryPrimitives.ReadUInt32LittleEndian(section[4..]) == SymbolSection)
            {
                var texts = file.AsSpan(sections + ((int)BinaryPrimitives.ReadUInt32LittleEndian(section[0x28..]) * sectionSize), sectionSize);
                Add(symbols, Content(file, section), Content(file, texts));
            }
        }

        symbols.Sort(ByAddress);
        return new SymbolTable(symbols);
    }

    /// <summary>The compiled methods of a Native AOT program, in the order of their addresses.</summary>
    /// <returns>Addresses and names; several names may share an address.</returns>
    public IReadOnlyList<(ulong Address, string Name)> Methods()
    {
        var start = _symbols.Find(static symbol => symbol.Name == "__start___managedcode").Address;
        var stop = _symbols.Find(static symbol => symbol.Name == "__stop___managedcode").Address;
        return _symbols.FindAll(symbol => symbol.Address >= start && symbol.Address < stop);
    }

    /// <summary>What all symbols occupy whose name holds a text.</summary>
    /// <param name="part">The text.</param>
    /// <returns>Bytes.</returns>
    public long BytesOf(string part)
    {
        var sum = 0UL;
        for (var index = 0; index + 1 < _symbols.Count; index++)
        {
            var size = _symbols[index + 1].Address - _symbols[index].Address;
            if (size < LargestSymbol && _symbols[index].Name.Contains(part, StringComparison.Ordinal))
            {
                sum += size;
            }
        }

        return (long)sum;
    }

    private static ReadOnlySpan<byte> Content(byte[] file, ReadOnlySpan<byte> section) => file.AsSpan(
        (int)BinaryPrimitives.ReadUInt64LittleEndian(section[0x18..]),
        (int)BinaryPrimitives.ReadUInt64LittleEndian(section[0x20..]));

    private static void Add(List<(ulong Address, string Name)> symbols, ReadOnlySpan<byte> table, ReadOnlySpan<byte> texts)
    {
        for (; table.Length >= SymbolSize; table = table[SymbolSize..])
        {
            var address = BinaryPrimitives.ReadUInt64LittleEndian(table[8..]);
            var name = texts[(int)BinaryPrimitives.ReadUInt32LittleEndian(table)..];
            if (address != 0)
            {
                symbols.Add((address, Encoding.UTF8.GetString(name[..name.IndexOf((byte)0)])));
            }
        }
    }
}
