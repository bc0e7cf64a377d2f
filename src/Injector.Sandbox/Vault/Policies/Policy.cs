namespace Injector.Sandbox.Vault.Policies;

/// <summary>A named list of rules, with the text it was made from.</summary>
internal sealed record Policy(string Name, string Text, IReadOnlyList<PolicyRule> Rules)
{
    public const string Root = "root";
    public const string Default = "default";
}
