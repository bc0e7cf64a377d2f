using System.Text;
using Injector.Templates.Functions.Numbers;
using Injector.Templates.Parsing;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Json;

/// <content>Words, numbers and texts.</content>
internal ref partial struct JsonParser
{
    private Value ReadWord(string word, Value value)
    {
        for (var i = 0; i < word.Length; i++)
        {
            if (!Take(word[i]))
            {
                return FailInside($"in literal {word} (expecting '{word[i]}')");
            }
        }

        return value;
    }

    private Value ReadNumber()
    {
        var start = _position;
        Take('-');
        if (!Take('0') && !TakeDigits())
        {
            return FailInside("in numeric literal");
        }

        if (Take('.') && !TakeDigits())
        {
            return FailInside("after decimal point in numeric literal");
        }

        if (Take('e') || Take('E'))
        {
            _ = Take('+') || Take('-');
            if (!TakeDigits())
            {
                return FailInside("in exponent of numeric literal");
            }
        }

        var digits = _text[start.._position];
        if (GoFloat.TryParse(digits, out var number) != FloatOutcome.Number)
        {
            _conversionProblem ??= $"json: cannot unmarshal number {Encoding.ASCII.GetString(digits)} into Go value of type float64";
            return Value.Nil;
        }

        return new FloatValue(number);
    }

    private bool TakeDigits()
    {
        var start = _position;
        while (_position < _text.Length && char.IsAsciiDigit((char)_text[_position]))
        {
            _position++;
        }

        return _position > start;
    }

    private StringValue? ReadString()
    {
        var start = ++_position;
        var plain = true;
        while (_position < _text.Length)
        {
            var letter = _text[_position];
            if (letter == '"')
            {
                var raw = _text[start.._position++];
                return plain ? StringValue.Copy(raw) : JsonString.Unescape(raw);
            }

            if (letter < 0x20)
            {
                Fail("in string literal");
                return null;
            }

            if (letter == '\\' && !SkipEscape())
            {
                return null;
            }

            plain &= letter != '\\' && letter < 0x80;
            _position++;
        }

        Fail("");
        return null;
    }

    /// <summary>Goes to the last byte of an escape.</summary>
    private bool SkipEscape()
    {
        _position++;
        if (_position < _text.Length && _text[_position] == 'u')
        {
            for (var i = 0; i < 4; i++)
            {
                _position++;
                if (_position >= _text.Length || !char.IsAsciiHexDigit((char)_text[_position]))
                {
                    FailInside("in \\u hexadecimal character escape");
                    return false;
                }
            }

            return true;
        }

        if (_position >= _text.Length || !"bfnrt\\/\""u8.Contains(_text[_position]))
        {
            FailInside("in string escape code");
            return false;
        }

        return true;
    }
}
