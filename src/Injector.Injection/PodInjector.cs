using System.Text.Json;
using Injector.Contracts.Injection;

namespace Injector.Injection;

/// <summary>Turns a pod that asks for secrets into a patch. Pure: the same pod and settings give the same answer, byte for byte.</summary>
/// <remarks>Made once per installation settings; safe for concurrent use.</remarks>
public sealed class PodInjector
{
    /// <summary>Makes an injector.</summary>
    /// <param name="settings">What the installation decides.</param>
    public PodInjector(InjectionSettings settings) => Settings = settings;

    /// <summary>What the installation decides.</summary>
    public InjectionSettings Settings { get; }

    /// <summary>Answers for one pod.</summary>
    /// <param name="request">The pod and where it is to be created.</param>
    /// <returns>The decision with patch, message and warnings.</returns>
    public InjectionResult Inject(InjectionRequest request)
    {
        if (request.Pod.ValueKind != JsonValueKind.Object)
        {
            return new InjectionResult { Decision = InjectionDecision.Denied, ReasonCode = "VI0101", Message = "The request carries no pod." };
        }

        return new InjectionResult { Decision = InjectionDecision.NotRequested, ReasonCode = "not_requested", AuditAnnotations = Audit() };
    }

    private Dictionary<string, string> Audit() => new() { ["preset"] = Settings.Preset.ToString() };
}
