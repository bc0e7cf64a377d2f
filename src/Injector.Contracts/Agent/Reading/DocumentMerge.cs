namespace Injector.Contracts.Agent.Reading;

/// <summary>Puts several documents together: lists of blocks are appended, sections replaced as a whole, flags can be turned on but not off.</summary>
internal static class DocumentMerge
{
    private static readonly string[] Appended = ["template", "env_template", "listener"];

    public static ObjectNode Merge(IReadOnlyList<ObjectNode> roots)
    {
        if (roots.Count == 1)
        {
            return roots[0];
        }

        var members = new List<ConfigMember>();
        foreach (var root in roots)
        {
            var replaced = root.Members.Select(member => member.Name).Except(Appended, StringComparer.OrdinalIgnoreCase).ToHashSet(StringComparer.OrdinalIgnoreCase);
            var kept = members.Where(member => !replaced.Contains(member.Name) || member.Value is FlagNode { Value: true } && TurnsOff(root, member.Name));
            members = [.. kept, .. root.Members.Where(member => !(member.Value is FlagNode { Value: false } && IsOn(members, member.Name)))];
        }

        return roots[0] with { Members = members };
    }

    private static bool TurnsOff(ObjectNode root, string name) => root.Members.All(member => !member.Has(name) || member.Value is FlagNode { Value: false });

    private static bool IsOn(List<ConfigMember> members, string name) => members.Any(member => member.Has(name) && member.Value is FlagNode { Value: true });
}
