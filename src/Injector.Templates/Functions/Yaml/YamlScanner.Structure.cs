namespace Injector.Templates.Functions.Yaml;

/// <content>Keys, indentation and brackets.</content>
internal sealed partial class YamlScanner
{
    private const string MissingColon = "could not find expected ':'";

    private int NextTokenNumber => _tokensParsed + _tokens.Count - _head;

    private bool IsStillPossible(int level)
    {
        var key = _simpleKeys[level];
        if (!key.IsPossible)
        {
            return false;
        }

        if (key.Mark.Line >= _cursor.Mark.Line && key.Mark.Index + LongestSimpleKey >= _cursor.Position)
        {
            return true;
        }

        if (key.IsRequired)
        {
            throw Fail(key.Mark, MissingColon);
        }

        _simpleKeys[level] = key with { IsPossible = false };
        return false;
    }

    private void SaveSimpleKey()
    {
        if (_keyAllowed)
        {
            var required = !InFlow && _indent == _cursor.Column;
            RemoveSimpleKey();
            _simpleKeys[^1] = new SimpleKey(true, required, NextTokenNumber, _cursor.Mark);
            _keysByToken[NextTokenNumber] = FlowLevel;
        }
    }

    private void RemoveSimpleKey()
    {
        var key = _simpleKeys[^1];
        if (!key.IsPossible)
        {
            return;
        }

        if (key.IsRequired)
        {
            throw Fail(key.Mark, MissingColon);
        }

        _simpleKeys[^1] = key with { IsPossible = false };
        _keysByToken.Remove(key.TokenNumber);
    }

    /// <summary>Opens a block if the column is deeper than the current one; the token goes before the given token number, or to the end.</summary>
    private void Roll(int column, int? tokenNumber, YamlTokenKind kind, YamlMark mark)
    {
        if (InFlow || _indent >= column)
        {
            return;
        }

        _indents.Push(_indent);
        _indent = column;
        CheckDepth(_indents.Count);
        Insert(tokenNumber ?? NextTokenNumber, new YamlToken(kind, mark));
    }

    /// <summary>Puts a token in front of another one, or at the end when that one was taken already.</summary>
    private void Insert(int tokenNumber, YamlToken token)
    {
        var index = tokenNumber - _tokensParsed;
        _tokens.Insert(index < 0 ? _tokens.Count : index + _head, token);
    }

    private void Unroll(int column)
    {
        while (!InFlow && _indent > column)
        {
            _tokens.Add(new YamlToken(YamlTokenKind.BlockEnd, _cursor.Mark));
            _indent = _indents.Pop();
        }
    }

    private void CheckDepth(int depth)
    {
        if (depth > MaximumDepth)
        {
            throw Fail(_cursor.Mark, "exceeded max depth of 10000");
        }
    }

    private void FetchStreamEnd()
    {
        _cursor.ForceNewLine();
        Unroll(-1);
        RemoveSimpleKey();
        _keyAllowed = false;
        _endProduced = true;
        _tokens.Add(new YamlToken(YamlTokenKind.StreamEnd, _cursor.Mark));
    }

    private void FetchDirective()
    {
        Unroll(-1);
        RemoveSimpleKey();
        _keyAllowed = false;
        if (ScanDirective() is { } directive)
        {
            _tokens.Add(directive);
        }
    }

    private void FetchDocumentMarker(YamlTokenKind kind)
    {
        Unroll(-1);
        RemoveSimpleKey();
        _keyAllowed = false;
        AddMarker(kind, 3);
    }

    private void FetchFlowStart(YamlTokenKind kind)
    {
        SaveSimpleKey();
        _simpleKeys.Add(new SimpleKey(false, false, NextTokenNumber, _cursor.Mark));
        CheckDepth(FlowLevel);
        _keyAllowed = true;
        AddMarker(kind);
    }

    private void FetchFlowEnd(YamlTokenKind kind)
    {
        RemoveSimpleKey();
        if (InFlow)
        {
            _keysByToken.Remove(_simpleKeys[^1].TokenNumber);
            _simpleKeys.RemoveAt(_simpleKeys.Count - 1);
        }

        _keyAllowed = false;
        AddMarker(kind);
    }

    private void FetchBlockEntry()
    {
        if (!InFlow)
        {
            RequireKeyAllowed("block sequence entries are not allowed in this context");
            Roll(_cursor.Column, null, YamlTokenKind.BlockSequenceStart, _cursor.Mark);
        }

        RemoveSimpleKey();
        _keyAllowed = true;
        AddMarker(YamlTokenKind.BlockEntry);
    }

    private void FetchKey()
    {
        if (!InFlow)
        {
            RequireKeyAllowed("mapping keys are not allowed in this context");
            Roll(_cursor.Column, null, YamlTokenKind.BlockMappingStart, _cursor.Mark);
        }

        RemoveSimpleKey();
        _keyAllowed = !InFlow;
        AddMarker(YamlTokenKind.Key);
    }

    private void FetchValue()
    {
        if (IsStillPossible(FlowLevel))
        {
            var key = _simpleKeys[^1];
            Insert(key.TokenNumber, new YamlToken(YamlTokenKind.Key, key.Mark));
            Roll(key.Mark.Column, key.TokenNumber, YamlTokenKind.BlockMappingStart, key.Mark);
            _simpleKeys[^1] = key with { IsPossible = false };
            _keysByToken.Remove(key.TokenNumber);
            _keyAllowed = false;
        }
        else
        {
            if (!InFlow)
            {
                RequireKeyAllowed("mapping values are not allowed in this context");
                Roll(_cursor.Column, null, YamlTokenKind.BlockMappingStart, _cursor.Mark);
            }

            _keyAllowed = !InFlow;
        }

        AddMarker(YamlTokenKind.Value);
    }

    private void RequireKeyAllowed(string problem)
    {
        if (!_keyAllowed)
        {
            throw Fail(_cursor.Mark, problem);
        }
    }

    private void FetchAnchor(YamlTokenKind kind)
    {
        SaveSimpleKey();
        _keyAllowed = false;
        var mark = _cursor.Mark;
        _cursor.Skip();
        var start = _cursor.Position;
        while (IsNameLetter(_cursor.Peek()))
        {
            _cursor.Skip();
        }

        if (_cursor.Position == start || !(_cursor.IsBlankOrEnd() || "?:,]}%@`"u8.Contains(_cursor.Peek())))
        {
            throw Fail(mark, "did not find expected alphabetic or numeric character");
        }

        _tokens.Add(new YamlToken(kind, mark) { Value = _cursor.Since(start).ToArray() });
    }

    private static bool IsNameLetter(byte letter) => char.IsAsciiLetterOrDigit((char)letter) || letter is (byte)'_' or (byte)'-';
}
