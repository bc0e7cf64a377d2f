namespace Injector.Templates.Functions.Crypto;

/// <summary>The cipher inside bcrypt, with its slow key schedule.</summary>
internal sealed class Blowfish
{
    private const int Rounds = 16;
    private const int BoxCount = 4;
    private const int BoxSize = 256;

    private readonly uint[] _subkeys;
    private readonly uint[] _boxes;

    public Blowfish()
    {
        var words = PiDigits.Words(Rounds + 2 + BoxCount * BoxSize);
        _subkeys = words[..(Rounds + 2)];
        _boxes = words[(Rounds + 2)..];
    }

    /// <summary>Mixes a key, and a salt if there is one, into the tables.</summary>
    public void Expand(ReadOnlySpan<byte> key, ReadOnlySpan<byte> salt)
    {
        var position = 0;
        for (var i = 0; i < _subkeys.Length; i++)
        {
            _subkeys[i] ^= NextWord(key, ref position);
        }

        var (left, right, saltPosition) = (0u, 0u, 0);
        Fill(_subkeys, salt, ref left, ref right, ref saltPosition);
        Fill(_boxes, salt, ref left, ref right, ref saltPosition);
    }

    private void Fill(uint[] table, ReadOnlySpan<byte> salt, ref uint left, ref uint right, ref int saltPosition)
    {
        for (var i = 0; i < table.Length; i += 2)
        {
            if (!salt.IsEmpty)
            {
                left ^= NextWord(salt, ref saltPosition);
                right ^= NextWord(salt, ref saltPosition);
            }

            Encrypt(ref left, ref right);
            (table[i], table[i + 1]) = (left, right);
        }
    }

    public void Encrypt(ref uint left, ref uint right)
    {
        var (subkeys, boxes) = (_subkeys, _boxes);
        var (a, b) = (left, right);
        for (var i = 0; i < Rounds; i++)
        {
            a ^= subkeys[i];
            b ^= ((boxes[a >> 24] + boxes[BoxSize + (a >> 16 & 0xFF)]) ^ boxes[2 * BoxSize + (a >> 8 & 0xFF)]) + boxes[3 * BoxSize + (a & 0xFF)];
            (a, b) = (b, a);
        }

        left = b ^ subkeys[Rounds + 1];
        right = a ^ subkeys[Rounds];
    }

    private static uint NextWord(ReadOnlySpan<byte> bytes, ref int position)
    {
        var word = 0u;
        for (var i = 0; i < 4; i++)
        {
            word = word << 8 | bytes[position];
            position = position + 1 == bytes.Length ? 0 : position + 1;
        }

        return word;
    }
}
