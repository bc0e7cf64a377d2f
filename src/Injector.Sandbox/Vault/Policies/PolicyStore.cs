using System.Collections.Concurrent;

namespace Injector.Sandbox.Vault.Policies;

/// <summary>The policies of a namespace.</summary>
internal sealed class PolicyStore
{
    private readonly ConcurrentDictionary<string, Policy> _policies = new(StringComparer.Ordinal);

    public PolicyStore()
    {
        _policies[Policy.Root] = new Policy(Policy.Root, string.Empty, []);
        if (PolicyParser.Parse(Policy.Default, DefaultPolicy.Text).Policy is { } policy)
        {
            _policies[Policy.Default] = policy;
        }
    }

    public IReadOnlyList<string> Names => [.. _policies.Keys.Order(StringComparer.Ordinal)];

    public Policy? Find(string name) => _policies.GetValueOrDefault(name.ToLowerInvariant());

    /// <summary>Stores a policy.</summary>
    /// <returns>What is wrong with it; null when stored.</returns>
    public string? Write(string name, string text)
    {
        var (policy, fault) = PolicyParser.Parse(name.ToLowerInvariant(), text);
        if (policy is not null)
        {
            _policies[policy.Name] = policy;
        }

        return fault;
    }

    public void Delete(string name) => _policies.TryRemove(name.ToLowerInvariant(), out _);
}
