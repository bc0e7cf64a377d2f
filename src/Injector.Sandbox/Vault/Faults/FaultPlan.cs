namespace Injector.Sandbox.Vault.Faults;

/// <summary>The faults a server is to show. Of several rules for a request, the one added first acts.</summary>
public sealed class FaultPlan
{
    private readonly Lock _lock = new();
    private readonly List<(FaultRule Rule, int Seen, int Caught)> _rules = [];

    /// <summary>Adds a rule.</summary>
    /// <param name="rule">The rule.</param>
    public void Add(FaultRule rule)
    {
        lock (_lock)
        {
            _rules.Add((rule, 0, 0));
        }
    }

    /// <summary>Removes a rule.</summary>
    /// <param name="rule">The same object that was added.</param>
    public void Remove(FaultRule rule)
    {
        lock (_lock)
        {
            _rules.RemoveAll(item => ReferenceEquals(item.Rule, rule));
        }
    }

    /// <summary>Removes all rules.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _rules.Clear();
        }
    }

    internal FaultRule? Take(string method, string path)
    {
        lock (_lock)
        {
            for (var at = 0; at < _rules.Count; at++)
            {
                var (rule, seen, caught) = _rules[at];
                if (!rule.Covers(method, path) || caught >= rule.Times)
                {
                    continue;
                }

                _rules[at] = (rule, seen + 1, seen < rule.After ? caught : caught + 1);
                if (seen >= rule.After)
                {
                    return rule;
                }
            }

            return null;
        }
    }
}
