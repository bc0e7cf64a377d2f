using Injector.Contracts.Injection;
using Injector.Contracts.Pods;
using Injector.Injection.Secrets;
using Injector.Injection.Tokens;

namespace Injector.Injection.Agents;

/// <summary>Everything that was decided for one pod, before anything is written.</summary>
internal sealed record AgentPlan
{
    public required AgentEngine Engine { get; init; }

    public required AgentLayout Layout { get; init; }

    /// <summary>Whether the agent stands before the pod's own init containers.</summary>
    public required bool First { get; init; }

    public required string Image { get; init; }

    public required string ImagePullPolicy { get; init; }

    public required IReadOnlyList<SecretFile> Secrets { get; init; }

    public required IReadOnlyList<SecretVolume> Volumes { get; init; }

    public required LoginToken Token { get; init; }

    public required AgentIdentity? Identity { get; init; }

    public required AgentResources InitResources { get; init; }

    public required AgentResources SidecarResources { get; init; }

    public required ConnectionOptions Connection { get; init; }

    public required LoginOptions Login { get; init; }

    public required EngineOptions Options { get; init; }

    public required GateOptions Gate { get; init; }

    /// <summary>What <c>shareProcessNamespace</c> becomes; null: it stays.</summary>
    public required bool? ShareProcessNamespace { get; init; }

    public required string ConfigMap { get; init; }

    public required string ExtraSecret { get; init; }

    public required string CopyMountsFrom { get; init; }

    public required bool InjectToken { get; init; }

    public required bool RevokeOnShutdown { get; init; }

    public required ulong RevokeGraceSeconds { get; init; }

    public required string LogLevel { get; init; }

    public required string LogFormat { get; init; }

    public required string GoMaxProcs { get; init; }

    public required bool CommandsInInit { get; init; }

    public required string VolumeSizeLimit { get; init; }

    public required bool ReadOnlyAppMounts { get; init; }

    /// <summary>Names of the containers that get the files.</summary>
    public required MountTargets Targets { get; init; }

    public bool UsesConfigMap => ConfigMap.Length > 0;

    public bool HasInit => Layout is AgentLayout.InitOnly or AgentLayout.Pair;

    public bool HasSidecar => Layout is AgentLayout.SidecarOnly or AgentLayout.Pair;

    public bool IsNative => Layout is AgentLayout.Native or AgentLayout.NativeUngated;

    /// <summary>Whether the app waits for the files, so that init containers may read them too.</summary>
    public bool PrePopulates => Layout is AgentLayout.InitOnly or AgentLayout.Pair or AgentLayout.Native;

    public bool PersistsCache => Options.CacheEnabled && Layout == AgentLayout.Pair;

    /// <summary>Whether init container and sidecar share a memory volume for token and leases.</summary>
    public bool HandsOver => Engine == AgentEngine.Injector && Layout == AgentLayout.Pair && !UsesConfigMap;

    /// <summary>Whether the volume at <see cref="PodPaths.AgentCache"/> is needed.</summary>
    public bool HasCacheVolume => PersistsCache || HandsOver;
}
