using System.Globalization;

namespace Injector.Templates.Formatting;

/// <summary>Writes floating point numbers as a hexadecimal mantissa and an exponent of two: <c>0x1.8p+01</c>.</summary>
internal static class HexFloatText
{
    public static void Append(ByteBuffer buffer, double number, char form, int precision)
    {
        var bits = BitConverter.DoubleToUInt64Bits(number);
        var mantissa = bits & 0xFFFFFFFFFFFFF;
        var exponent = ((int)(bits >> 52) & 0x7FF) - 1023;
        if (exponent == -1023)
        {
            exponent++;
        }
        else
        {
            mantissa |= 1UL << 52;
        }

        if (mantissa == 0)
        {
            exponent = 0;
        }

        // The one before the point stands at bit 60.
        mantissa <<= 8;
        while (mantissa != 0 && (mantissa & (1UL << 60)) == 0)
        {
            mantissa <<= 1;
            exponent--;
        }

        if (precision is >= 0 and < 15)
        {
            (mantissa, exponent) = Round(mantissa, exponent, precision);
        }

        Write(buffer, mantissa, exponent, form, precision);
    }

    private static (ulong Mantissa, int Exponent) Round(ulong mantissa, int exponent, int precision)
    {
        var shift = precision * 4;
        var extra = (mantissa << shift) & ((1UL << 60) - 1);
        mantissa >>= 60 - shift;
        if ((extra | (mantissa & 1)) > 1UL << 59)
        {
            mantissa++;
        }

        mantissa <<= 60 - shift;
        return (mantissa & (1UL << 61)) != 0 ? (mantissa >> 1, exponent + 1) : (mantissa, exponent);
    }

    private static void Write(ByteBuffer buffer, ulong mantissa, int exponent, char form, int precision)
    {
        var digits = form == 'X' ? "0123456789ABCDEF" : "0123456789abcdef";
        buffer.Append('0');
        buffer.Append(form);
        buffer.Append((byte)('0' + ((mantissa >> 60) & 1)));
        mantissa <<= 4;
        if (precision < 0 ? mantissa != 0 : precision > 0)
        {
            buffer.Append('.');
            for (var i = 0; precision < 0 ? mantissa != 0 : i < precision; i++)
            {
                buffer.Append(digits[(int)(mantissa >> 60) & 15]);
                mantissa <<= 4;
            }
        }

        buffer.Append(form == 'X' ? 'P' : 'p');
        buffer.Append(exponent.ToString("+00;-00", CultureInfo.InvariantCulture));
    }
}
