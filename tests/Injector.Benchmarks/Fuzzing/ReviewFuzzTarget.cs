using System.Text.Json;
using System.Text.Json.Nodes;
using Injector.Contracts.Injection;
using Injector.Contracts.Webhook;
using Injector.Injection;
using Injector.Kube.Admission;
using Injector.Sandbox.JsonPatch;

namespace Injector.Benchmarks.Fuzzing;

/// <summary>
/// Takes a body through what the webhook does with it: decode, decide, patch. A body is a review or a fault, a pod is left alone, denied or patched;
/// a patch applies, and a pod that was patched once is left alone.
/// </summary>
internal sealed class ReviewFuzzTarget : IFuzzTarget
{
    private static readonly JsonDocumentOptions OnlyOnce = new() { AllowDuplicateProperties = false, MaxDepth = WebhookLimits.MaxNesting };

    private readonly PodInjector[] _injectors =
    [
        new(Settings(AgentEngine.Injector, InjectionPreset.Modern)),
        new(Settings(AgentEngine.Vault, InjectionPreset.Compatible)),
    ];

    public void Execute(ReadOnlyMemory<byte> input)
    {
        if (!AdmissionReviewReader.TryRead(input, out var review, out var fault))
        {
            Require(fault.Code.Length > 0, "a fault without a code");
            return;
        }

        using (review)
        {
            foreach (var injector in _injectors)
            {
                Inject(injector, review.Request);
                _ = new WorkloadValidator(injector).Validate(review.Request.Kind, review.Request.Object, review.Request.Namespace);
            }
        }
    }

    private static void Inject(PodInjector injector, AdmissionRequest request)
    {
        var first = injector.Inject(new InjectionRequest { Pod = request.Object, Namespace = request.Namespace });
        var second = injector.Inject(new InjectionRequest { Pod = request.Object, Namespace = request.Namespace });
        Require(first.Patch.Span.SequenceEqual(second.Patch.Span) && first.Message == second.Message, "two answers differ");
        if (first.Patch.IsEmpty)
        {
            return;
        }

        if (Submitted(request.Object) is not { } pod)
        {
            return;
        }

        using var patched = JsonDocument.Parse(JsonPatchDocument.Parse(first.Patch.Span).Apply(pod)?.ToJsonString() ?? "null");
        var again = injector.Inject(new InjectionRequest { Pod = patched.RootElement, Namespace = request.Namespace });
        Require(again.IsAllowed && again.Patch.IsEmpty, "a patched pod is not left alone");
    }

    /// <summary>The pod; null when a member stands twice in it. The API server never stores such an object, and no patch applies to it.</summary>
    private static JsonNode? Submitted(JsonElement pod)
    {
        try
        {
            return JsonNode.Parse(pod.GetRawText(), documentOptions: OnlyOnce);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static InjectionSettings Settings(AgentEngine engine, InjectionPreset preset) => new()
    {
        Engine = engine,
        Preset = preset,
        VaultAddress = "https://vault.vault.svc:8200",
    };

    private static void Require(bool holds, string finding)
    {
        if (!holds)
        {
            throw new InvalidOperationException(finding);
        }
    }
}
