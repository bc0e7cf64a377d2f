using System.Text.Json;

namespace Injector.Kube.Api;

/// <summary>One event of a watch.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Object">The object as it is now; before its deletion for <see cref="KubeChangeKind.Deleted"/>.</param>
public sealed record KubeChange(KubeChangeKind Kind, JsonElement Object);
