using Injector.Rendering.Storage;

namespace Injector.Rendering.Publishing;

/// <summary>Puts mode and owner of an unchanged file right without writing it (rule W1).</summary>
internal static class RightsRepair
{
    public static void Apply(IFolder folder, string name, FileRights rights)
    {
        if (!rights.Owner.IsUnchanged)
        {
            folder.SetOwner(name, rights.Owner);
        }

        // After the owner: changing it clears the set-id bits.
        folder.SetMode(name, rights.Mode);
    }
}
