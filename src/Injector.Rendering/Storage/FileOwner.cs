namespace Injector.Rendering.Storage;

/// <summary>Who a file shall belong to; null leaves that side as it is.</summary>
/// <param name="UserId">Owner.</param>
/// <param name="GroupId">Group.</param>
public readonly record struct FileOwner(uint? UserId, uint? GroupId)
{
    /// <summary>Whether there is nothing to change.</summary>
    public bool IsUnchanged => UserId is null && GroupId is null;

    /// <summary>Whether a file with these facts already belongs to this owner.</summary>
    public bool Matches(FileFacts facts) =>
        (UserId is not { } user || user == facts.UserId) && (GroupId is not { } group || group == facts.GroupId);
}
