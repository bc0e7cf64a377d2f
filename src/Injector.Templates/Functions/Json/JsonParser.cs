using System.Runtime.CompilerServices;
using System.Text;
using Injector.Templates.Formatting;
using Injector.Templates.Functions.Numbers;
using Injector.Templates.Functions.Text;
using Injector.Templates.Parsing;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Json;

/// <summary>Reads JSON like Go's <c>encoding/json</c> into an <c>interface {}</c>: numbers become float64. Problems have Go's texts.</summary>
internal ref partial struct JsonParser
{
    /// <summary>Levels of lists and objects, as in Go.</summary>
    public const int MaximumDepth = 10_000;

    private const string UnexpectedEnd = "unexpected end of JSON input";

    private readonly ReadOnlySpan<byte> _text;
    private int _position;
    private int _depth;
    private string? _problem;

    /// <summary>A number that does not fit; Go reports it only when the whole text is well formed.</summary>
    private string? _conversionProblem;

    private JsonParser(ReadOnlySpan<byte> text) => _text = text;

    /// <summary>Reads one value with nothing after it; a problem with a number alone leaves nil in its place.</summary>
    public static Value? Parse(ReadOnlySpan<byte> text, out string problem)
    {
        var parser = new JsonParser(text);
        var value = parser.ReadValue();
        parser.SkipSpace();
        if (parser._problem is null && parser._position < text.Length)
        {
            parser.Fail("after top-level value");
        }

        problem = parser._problem ?? parser._conversionProblem ?? "";
        return parser._problem is null ? value : null;
    }

    private Value ReadValue()
    {
        SkipSpace();
        if (_position >= _text.Length)
        {
            return Fail("");
        }

        switch (_text[_position])
        {
            case (byte)'{':
                return ReadNested(isObject: true);
            case (byte)'[':
                return ReadNested(isObject: false);
            case (byte)'"':
                return ReadString() ?? Value.Nil;
            case (byte)'t':
                return ReadWord("true", BoolValue.True);
            case (byte)'f':
                return ReadWord("false", BoolValue.False);
            case (byte)'n':
                return ReadWord("null", Value.Nil);
            case (byte)'-' or (>= (byte)'0' and <= (byte)'9'):
                return ReadNumber();
            default:
                return Fail("looking for beginning of value");
        }
    }

    private Value ReadNested(bool isObject)
    {
        _position++;
        if (++_depth > MaximumDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            _problem ??= "exceeded max depth";
            return Value.Nil;
        }

        var value = isObject ? ReadObject() : ReadList();
        _depth--;
        return value;
    }

    private Value ReadObject()
    {
        var map = MapValue.Create();
        SkipSpace();
        if (Take('}'))
        {
            return map;
        }

        while (_problem is null)
        {
            SkipSpace();
            if (_position >= _text.Length || _text[_position] != '"')
            {
                return Fail("looking for beginning of object key string");
            }

            if (ReadString() is not { } key)
            {
                return Value.Nil;
            }

            SkipSpace();
            if (!Take(':'))
            {
                return Fail("after object key");
            }

            map.Set(key, ReadValue());
            SkipSpace();
            if (_problem is not null || Take('}'))
            {
                return map;
            }

            if (!Take(','))
            {
                return Fail("after object key:value pair");
            }
        }

        return Value.Nil;
    }

    private Value ReadList()
    {
        var items = new List<Value>();
        SkipSpace();
        if (Take(']'))
        {
            return ListValue.Of();
        }

        while (_problem is null)
        {
            items.Add(ReadValue());
            SkipSpace();
            if (_problem is not null)
            {
                break;
            }

            if (Take(']'))
            {
                return ListValue.Of([.. items]);
            }

            if (!Take(','))
            {
                return Fail("after array element");
            }
        }

        return Value.Nil;
    }

    private void SkipSpace()
    {
        while (_position < _text.Length && _text[_position] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            _position++;
        }
    }

    private bool Take(char expected)
    {
        if (_position >= _text.Length || _text[_position] != expected)
        {
            return false;
        }

        _position++;
        return true;
    }

    private NilValue Fail(string context)
    {
        _problem ??= _position >= _text.Length ? UnexpectedEnd : $"invalid character {QuoteCharacter(_text[_position])} {context}";
        return (NilValue)Value.Nil;
    }

    /// <summary>Where a text ends inside a word, a number or an escape, Go reads a blank.</summary>
    private NilValue FailInside(string context)
    {
        _problem ??= _position >= _text.Length ? $"invalid character ' ' {context}" : null;
        return Fail(context);
    }

    private static string QuoteCharacter(byte letter) => letter switch
    {
        (byte)'\'' => @"'\''",
        (byte)'"' => "'\"'",
        _ => $"'{GoQuote.Quote(((char)letter).ToString())[1..^1]}'",
    };
}
