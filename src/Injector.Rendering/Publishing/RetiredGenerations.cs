using Injector.Rendering.Storage;

namespace Injector.Rendering.Publishing;

/// <summary>
/// Generations that are no longer published. They stay for a moment, because a reader may have followed the link just before it was
/// swapped, and are removed then.
/// </summary>
internal sealed class RetiredGenerations
{
    /// <summary>How long a reader may hold on to a generation.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>How many are kept at most, however young: they cost memory.</summary>
    public const int Limit = 2;

    private readonly TimeProvider _time;
    private readonly Queue<(string Name, long Since)> _retired = new();
    private bool _leftoversAreGone;

    public RetiredGenerations(TimeProvider time) => _time = time;

    public void Add(string name) => _retired.Enqueue((name, _time.GetTimestamp()));

    /// <summary>Removes the generations whose time has come, and once what an earlier process left behind.</summary>
    public void Sweep(IFolder root)
    {
        if (!_leftoversAreGone)
        {
            _leftoversAreGone = true;
            RemoveLeftovers(root);
        }

        while (_retired.TryPeek(out var oldest) && (_retired.Count > Limit || _time.GetElapsedTime(oldest.Since) >= Grace))
        {
            Remove(root, _retired.Dequeue().Name);
        }
    }

    /// <summary>Removes all of them at once: their content is withdrawn.</summary>
    public void RemoveAll(IFolder root)
    {
        while (_retired.TryDequeue(out var oldest))
        {
            Remove(root, oldest.Name);
        }
    }

    private void RemoveLeftovers(IFolder root)
    {
        var current = Generation.CurrentName(root);
        foreach (var name in root.List())
        {
            if (Generation.IsGeneration(name) && name != current && !IsRetired(name))
            {
                Remove(root, name);
            }
        }
    }

    private bool IsRetired(string name)
    {
        foreach (var (retired, _) in _retired)
        {
            if (retired == name)
            {
                return true;
            }
        }

        return false;
    }

    private static void Remove(IFolder root, string name)
    {
        try
        {
            FolderWalk.RemoveTree(root, name);
        }
        catch (FileOperationException)
        {
            // An entry somebody else made under a name of ours. It harms nobody, and publishing must not fail because of it.
        }
    }
}
