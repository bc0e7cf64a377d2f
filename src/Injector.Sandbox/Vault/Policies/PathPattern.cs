namespace Injector.Sandbox.Vault.Policies;

/// <summary>The path of a policy rule: <c>*</c> at the end stands for any rest, <c>+</c> for one segment.</summary>
internal sealed class PathPattern : IComparable<PathPattern>
{
    private readonly string[] _segments;
    private readonly string _body;

    public PathPattern(string text)
    {
        Text = text;
        IsGlob = text.EndsWith('*');
        _body = IsGlob ? text[..^1] : text;
        _segments = _body.Split('/');
        SegmentWildcards = _segments.Count(static segment => segment == "+");
        FirstWildcard = FindFirstWildcard();
    }

    public string Text { get; }

    public bool IsGlob { get; }

    public int SegmentWildcards { get; }

    public bool IsExact => !IsGlob && SegmentWildcards == 0;

    private int FirstWildcard { get; }

    public bool Matches(string path)
    {
        if (SegmentWildcards == 0)
        {
            return IsGlob ? path.StartsWith(_body, StringComparison.Ordinal) : path == _body;
        }

        var parts = path.Split('/');
        if (IsGlob ? parts.Length < _segments.Length : parts.Length != _segments.Length)
        {
            return false;
        }

        for (var at = 0; at < _segments.Length; at++)
        {
            var isOpenEnd = IsGlob && at == _segments.Length - 1;
            if (_segments[at] != "+" && !(isOpenEnd ? parts[at].StartsWith(_segments[at], StringComparison.Ordinal) : parts[at] == _segments[at]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether some path at or below a mount can match.</summary>
    /// <param name="mountPath">With a slash at its end.</param>
    public bool ReachesInto(string mountPath)
    {
        var parts = mountPath.TrimEnd('/').Split('/');
        for (var at = 0; at < parts.Length; at++)
        {
            if (at >= _segments.Length)
            {
                return false;
            }

            if (IsGlob && at == _segments.Length - 1)
            {
                return parts[at].StartsWith(_segments[at], StringComparison.Ordinal);
            }

            if (_segments[at] != "+" && _segments[at] != parts[at])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Orders by Vault's priority: of several matching patterns the greatest decides.</summary>
    public int CompareTo(PathPattern? other)
    {
        if (other is null)
        {
            return 1;
        }

        // Each rule in Vault's order: a later first wildcard, no glob at the end, fewer segment wildcards, a longer text, a greater text.
        (int Mine, int Theirs)[] rules =
        [
            (FirstWildcard, other.FirstWildcard),
            (IsGlob ? 0 : 1, other.IsGlob ? 0 : 1),
            (-SegmentWildcards, -other.SegmentWildcards),
            (Text.Length, other.Text.Length),
        ];
        foreach (var (mine, theirs) in rules)
        {
            if (mine != theirs)
            {
                return mine.CompareTo(theirs);
            }
        }

        return string.CompareOrdinal(Text, other.Text);
    }

    private int FindFirstWildcard()
    {
        var at = 0;
        foreach (var segment in _segments)
        {
            if (segment == "+")
            {
                return at;
            }

            at += segment.Length + 1;
        }

        return IsGlob ? _body.Length : int.MaxValue;
    }
}
