namespace Injector.Sandbox.Vault.Policies;

/// <summary>Capabilities as texts.</summary>
internal static class CapabilityNames
{
    private static readonly Capabilities[] All =
    [
        Capabilities.Create, Capabilities.Delete, Capabilities.Deny, Capabilities.List, Capabilities.Patch,
        Capabilities.Read, Capabilities.Recover, Capabilities.Subscribe, Capabilities.Sudo, Capabilities.Update,
    ];

    public static Capabilities? Parse(string name) => All.Cast<Capabilities?>().FirstOrDefault(one => one is { } known && Name(known) == name);

    /// <summary>The old shorthand <c>policy = "write"</c>.</summary>
    public static Capabilities? ParseShorthand(string name) => name switch
    {
        "deny" => Capabilities.Deny,
        "read" => Capabilities.Read | Capabilities.List,
        "write" => Capabilities.Create | Capabilities.Read | Capabilities.Update | Capabilities.Delete | Capabilities.List | Capabilities.Patch,
        "sudo" => Capabilities.Create | Capabilities.Read | Capabilities.Update | Capabilities.Delete | Capabilities.List | Capabilities.Patch | Capabilities.Sudo,
        _ => null,
    };

    /// <summary>The names, sorted; <c>deny</c> when nothing is allowed.</summary>
    public static IReadOnlyList<string> Print(Capabilities capabilities) =>
        capabilities == Capabilities.None || capabilities.HasFlag(Capabilities.Deny)
            ? ["deny"]
            : [.. All.Where(one => capabilities.HasFlag(one)).Select(Name)];

    private static string Name(Capabilities one) => one.ToString().ToLowerInvariant();
}
