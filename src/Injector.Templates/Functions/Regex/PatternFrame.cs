namespace Injector.Templates.Functions.Regex;

/// <summary>An open parenthesis (or the whole pattern) while it is being parsed.</summary>
internal sealed class PatternFrame(int captureIndex, string captureName, PatternFlags flagsOutside)
{
    private readonly List<PatternNode> _alternatives = [];
    private List<PatternNode> _sequence = [];

    /// <summary>Flags to return to after the closing parenthesis.</summary>
    public PatternFlags FlagsOutside { get; } = flagsOutside;

    public bool EndsInOperand => _sequence.Count > 0;

    public void Add(PatternNode node) => _sequence.Add(node);

    public PatternNode TakeLast()
    {
        var last = _sequence[^1];
        _sequence.RemoveAt(_sequence.Count - 1);
        return last;
    }

    public void NextAlternative()
    {
        _alternatives.Add(PatternNode.Join(NodeKind.Concatenation, _sequence));
        _sequence = [];
    }

    public PatternNode Close()
    {
        NextAlternative();
        var body = PatternNode.Join(NodeKind.Alternation, _alternatives);
        return captureIndex == 0
            ? body
            : new PatternNode(NodeKind.Capture)
            {
                CaptureIndex = captureIndex,
                CaptureName = captureName,
                Children = [body],
                Height = body.Height + 1,
            };
    }
}
