namespace Injector.Templates.Functions.Yaml;

/// <content>Sequences and mappings, in blocks and in brackets.</content>
internal sealed partial class YamlParser
{
    private YamlNode ParseBlockSequence(YamlNode sequence)
    {
        var start = _scanner.Take().Start;
        while (_scanner.Peek().Kind == YamlTokenKind.BlockEntry)
        {
            _scanner.Take();
            sequence.Children.Add(_scanner.Peek().Kind is YamlTokenKind.BlockEntry or YamlTokenKind.BlockEnd ? Empty() : ParseNode(YamlContext.Block));
        }

        TakeBlockEnd(start, "did not find expected '-' indicator");
        return sequence;
    }

    private YamlNode ParseIndentlessSequence(YamlNode sequence)
    {
        while (_scanner.Peek().Kind == YamlTokenKind.BlockEntry)
        {
            _scanner.Take();
            var isEmpty = _scanner.Peek().Kind is YamlTokenKind.BlockEntry or YamlTokenKind.Key or YamlTokenKind.Value or YamlTokenKind.BlockEnd;
            sequence.Children.Add(isEmpty ? Empty() : ParseNode(YamlContext.Block));
        }

        return sequence;
    }

    private YamlNode ParseBlockMapping(YamlNode mapping)
    {
        var start = _scanner.Take().Start;
        while (_scanner.Peek().Kind == YamlTokenKind.Key)
        {
            _scanner.Take();
            mapping.Children.Add(ParseBlockMember());
            if (_scanner.Peek().Kind == YamlTokenKind.Value)
            {
                _scanner.Take();
                mapping.Children.Add(ParseBlockMember());
            }
            else
            {
                mapping.Children.Add(Empty());
            }
        }

        TakeBlockEnd(start, "did not find expected key");
        return mapping;
    }

    private YamlNode ParseBlockMember() => _scanner.Peek().Kind is YamlTokenKind.Key or YamlTokenKind.Value or YamlTokenKind.BlockEnd
        ? Empty()
        : ParseNode(YamlContext.BlockOrIndentlessSequence);

    private void TakeBlockEnd(YamlMark start, string problem)
    {
        if (_scanner.Peek().Kind != YamlTokenKind.BlockEnd)
        {
            throw YamlProblem.Parsing(start, problem, _scanner.Peek().Start);
        }

        _scanner.Take();
    }

    private YamlNode ParseFlowSequence(YamlNode sequence)
    {
        var start = _scanner.Take().Start;
        while (!AtFlowEnd(sequence, YamlTokenKind.FlowSequenceEnd, start, "did not find expected ',' or ']'"))
        {
            sequence.Children.Add(_scanner.Peek().Kind == YamlTokenKind.Key ? ParseSinglePair() : ParseNode(YamlContext.Flow));
        }

        _scanner.Take();
        return sequence;
    }

    /// <summary>A pair inside brackets, <c>[a: 1]</c>, is a mapping of one entry.</summary>
    private YamlNode ParseSinglePair()
    {
        _scanner.Take();
        var mapping = new YamlNode(YamlNodeKind.Mapping);
        if (_scanner.Peek().Kind is YamlTokenKind.Value or YamlTokenKind.FlowEntry or YamlTokenKind.FlowSequenceEnd)
        {
            // libyaml loses the token behind an empty key.
            _scanner.Take();
            mapping.Children.Add(Empty());
        }
        else
        {
            mapping.Children.Add(ParseNode(YamlContext.Flow));
        }

        mapping.Children.Add(ParseFlowValue(YamlTokenKind.FlowSequenceEnd));
        return mapping;
    }

    private YamlNode ParseFlowMapping(YamlNode mapping)
    {
        var start = _scanner.Take().Start;
        while (!AtFlowEnd(mapping, YamlTokenKind.FlowMappingEnd, start, "did not find expected ',' or '}'"))
        {
            if (_scanner.Peek().Kind == YamlTokenKind.Key)
            {
                _scanner.Take();
                mapping.Children.Add(ParseFlowMember(YamlTokenKind.FlowMappingEnd));
                mapping.Children.Add(ParseFlowValue(YamlTokenKind.FlowMappingEnd));
            }
            else
            {
                mapping.Children.Add(ParseNode(YamlContext.Flow));
                mapping.Children.Add(Empty());
            }
        }

        _scanner.Take();
        return mapping;
    }

    /// <summary>Takes the comma between entries; true at the closing bracket.</summary>
    private bool AtFlowEnd(YamlNode node, YamlTokenKind end, YamlMark start, string problem)
    {
        if (_scanner.Peek().Kind != end && node.Children.Count > 0)
        {
            if (_scanner.Peek().Kind != YamlTokenKind.FlowEntry)
            {
                throw YamlProblem.Parsing(start, problem, _scanner.Peek().Start);
            }

            _scanner.Take();
        }

        return _scanner.Peek().Kind == end;
    }

    private YamlNode ParseFlowMember(YamlTokenKind end) =>
        _scanner.Peek().Kind is YamlTokenKind.Value or YamlTokenKind.FlowEntry || _scanner.Peek().Kind == end ? Empty() : ParseNode(YamlContext.Flow);

    private YamlNode ParseFlowValue(YamlTokenKind end)
    {
        if (_scanner.Peek().Kind != YamlTokenKind.Value)
        {
            return Empty();
        }

        _scanner.Take();
        return _scanner.Peek().Kind == YamlTokenKind.FlowEntry || _scanner.Peek().Kind == end ? Empty() : ParseNode(YamlContext.Flow);
    }
}
