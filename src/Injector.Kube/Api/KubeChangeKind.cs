namespace Injector.Kube.Api;

/// <summary>What a watch event tells.</summary>
public enum KubeChangeKind
{
    /// <summary>The object was created or changed.</summary>
    Changed,

    /// <summary>The object was deleted.</summary>
    Deleted,

    /// <summary>The watch cannot go on: read the object again.</summary>
    Lost,
}
