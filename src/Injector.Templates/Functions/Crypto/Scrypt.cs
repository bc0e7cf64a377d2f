using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace Injector.Templates.Functions.Crypto;

/// <summary>The scrypt key derivation function (RFC 7914) with block size 8.</summary>
internal static class Scrypt
{
    private const int BlockWords = 256;

    public static byte[] Derive(ReadOnlySpan<byte> password, ReadOnlySpan<byte> salt, int cost, int parallelism, int length)
    {
        var blocks = Rfc2898DeriveBytes.Pbkdf2(password, salt, 1, HashAlgorithmName.SHA256, parallelism * BlockWords * sizeof(uint));
        var table = new uint[cost * BlockWords];
        var block = new uint[BlockWords];
        for (var i = 0; i < parallelism; i++)
        {
            var bytes = blocks.AsSpan(i * BlockWords * sizeof(uint), BlockWords * sizeof(uint));
            for (var j = 0; j < BlockWords; j++)
            {
                block[j] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(4 * j)..]);
            }

            Mix(block, table, cost);
            for (var j = 0; j < BlockWords; j++)
            {
                BinaryPrimitives.WriteUInt32LittleEndian(bytes[(4 * j)..], block[j]);
            }
        }

        return Rfc2898DeriveBytes.Pbkdf2(password, blocks, 1, HashAlgorithmName.SHA256, length);
    }

    private static void Mix(uint[] block, uint[] table, int cost)
    {
        var scratch = new uint[BlockWords];
        for (var i = 0; i < cost; i++)
        {
            block.CopyTo(table.AsSpan(i * BlockWords));
            MixBlock(block, scratch);
        }

        for (var i = 0; i < cost; i++)
        {
            var row = table.AsSpan((int)(block[BlockWords - 16] & (uint)(cost - 1)) * BlockWords, BlockWords);
            for (var j = 0; j < BlockWords; j++)
            {
                block[j] ^= row[j];
            }

            MixBlock(block, scratch);
        }
    }

    private static void MixBlock(Span<uint> block, Span<uint> scratch)
    {
        Span<uint> x = stackalloc uint[16];
        block[^16..].CopyTo(x);
        for (var i = 0; i < BlockWords / 16; i++)
        {
            for (var j = 0; j < 16; j++)
            {
                x[j] ^= block[16 * i + j];
            }

            Salsa(x);
            x.CopyTo(scratch[(i / 2 * 16 + (i & 1) * BlockWords / 2)..]);
        }

        scratch.CopyTo(block);
    }

    /// <summary>Salsa20 with eight rounds.</summary>
    private static void Salsa(Span<uint> words)
    {
        Span<uint> x = stackalloc uint[16];
        words.CopyTo(x);
        for (var round = 0; round < 4; round++)
        {
            Quarter(x, 0, 4, 8, 12);
            Quarter(x, 5, 9, 13, 1);
            Quarter(x, 10, 14, 2, 6);
            Quarter(x, 15, 3, 7, 11);
            Quarter(x, 0, 1, 2, 3);
            Quarter(x, 5, 6, 7, 4);
            Quarter(x, 10, 11, 8, 9);
            Quarter(x, 15, 12, 13, 14);
        }

        for (var i = 0; i < 16; i++)
        {
            words[i] += x[i];
        }
    }

    private static void Quarter(Span<uint> x, int a, int b, int c, int d)
    {
        x[b] ^= BitOperations.RotateLeft(x[a] + x[d], 7);
        x[c] ^= BitOperations.RotateLeft(x[b] + x[a], 9);
        x[d] ^= BitOperations.RotateLeft(x[c] + x[b], 13);
        x[a] ^= BitOperations.RotateLeft(x[d] + x[c], 18);
    }
}
