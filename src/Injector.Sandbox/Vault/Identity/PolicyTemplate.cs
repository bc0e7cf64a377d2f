using Injector.Sandbox.Vault.Policies;

namespace Injector.Sandbox.Vault.Identity;

/// <summary>Fills the placeholders of policy paths with the caller's identity. A rule whose placeholder has no value grants nothing.</summary>
internal static class PolicyTemplate
{
    private const string Open = "{{";
    private const string Close = "}}";

    public static Policy Fill(Policy policy, Entity? entity) =>
        policy.Rules.Any(static rule => rule.Path.Contains(Open, StringComparison.Ordinal))
            ? policy with { Rules = [.. policy.Rules.Select(rule => Fill(rule, entity)).OfType<PolicyRule>()] }
            : policy;

    private static PolicyRule? Fill(PolicyRule rule, Entity? entity)
    {
        var path = rule.Path;
        for (var start = Next(path, 0); start >= 0;)
        {
            var end = path.IndexOf(Close, start, StringComparison.Ordinal);
            if (end < 0 || entity is null || Value(path[(start + Open.Length)..end].Trim(), entity) is not { } value)
            {
                return null;
            }

            path = path[..start] + value + path[(end + Close.Length)..];

            // What was filled in is not looked at again, whatever it holds.
            start = Next(path, start + value.Length);
        }

        return rule with { Path = path };
    }

    private static int Next(string path, int from) => path.IndexOf(Open, from, StringComparison.Ordinal);

    private static string? Value(string placeholder, Entity entity) => placeholder.Split('.') switch
    {
        ["identity", "entity", "id"] => entity.Id,
        ["identity", "entity", "name"] => entity.Name,
        ["identity", "entity", "metadata", var key] => entity.Metadata.GetValueOrDefault(key),
        ["identity", "entity", "aliases", var accessor, "name"] => entity.Aliases.FirstOrDefault(alias => alias.MountAccessor == accessor)?.Name,
        ["identity", "entity", "aliases", var accessor, "metadata", var key] => entity.Aliases.FirstOrDefault(alias => alias.MountAccessor == accessor)?.Metadata.GetValueOrDefault(key),
        _ => null,
    };
}
