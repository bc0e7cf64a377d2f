namespace Injector.Sandbox.Vault.Policies;

/// <summary>What a set of policies allows together. Rules for the same path are merged; then the one with the highest priority decides alone.</summary>
internal sealed class AccessControl
{
    private readonly Dictionary<string, PolicyRule> _exact = [];
    private readonly List<(PathPattern Pattern, PolicyRule Rule)> _patterns = [];

    /// <summary>Merges policies.</summary>
    /// <param name="namespacePath">Goes in front of every path: empty, or with a slash at its end.</param>
    /// <param name="policies">The policies.</param>
    public AccessControl(string namespacePath, IEnumerable<Policy> policies)
    {
        var merged = new Dictionary<string, PolicyRule>();
        foreach (var policy in policies)
        {
            RootPath = policy.Name == Policy.Root ? namespacePath : RootPath;
            foreach (var rule in policy.Rules)
            {
                var path = namespacePath + rule.Path;
                merged[path] = merged.TryGetValue(path, out var other) ? other.Merge(rule) : rule;
            }
        }

        foreach (var (path, rule) in merged)
        {
            var pattern = new PathPattern(path);
            if (pattern.IsExact)
            {
                _exact[path] = rule;
            }
            else
            {
                _patterns.Add((pattern, rule));
            }
        }

        _patterns.Sort(static (one, other) => other.Pattern.CompareTo(one.Pattern));
    }

    /// <summary>Below which everything is allowed; null without the root policy.</summary>
    private string? RootPath { get; }

    /// <summary>Whether everything is allowed there.</summary>
    public bool IsRootFor(string fullPath) => RootPath is { } root && fullPath.StartsWith(root, StringComparison.Ordinal);

    /// <summary>The rule that decides about a path; null when none matches.</summary>
    /// <param name="fullPath">With the namespace; lists end in a slash.</param>
    public PolicyRule? Find(string fullPath)
    {
        if (_exact.TryGetValue(fullPath, out var exact) || (fullPath.EndsWith('/') && _exact.TryGetValue(fullPath.TrimEnd('/'), out exact)))
        {
            return exact;
        }

        foreach (var (pattern, rule) in _patterns)
        {
            if (pattern.Matches(fullPath))
            {
                return rule;
            }
        }

        return null;
    }

    /// <summary>Whether anything at or below a mount is allowed.</summary>
    public bool ReachesInto(string fullMountPath) =>
        IsRootFor(fullMountPath)
        || _exact.Any(item => IsOpen(item.Value) && (item.Key + "/").StartsWith(fullMountPath, StringComparison.Ordinal))
        || _patterns.Any(item => IsOpen(item.Rule) && item.Pattern.ReachesInto(fullMountPath));

    private static bool IsOpen(PolicyRule rule) => rule.Capabilities is not (Capabilities.None or Capabilities.Deny);
}
