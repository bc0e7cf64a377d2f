using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Injector.Contracts.Injection;
using Injector.Injection.Tests.Fixtures;
using Injector.Sandbox.Workloads;

namespace Injector.Injection.Tests.Properties;

/// <summary>What holds for every pod, whatever its annotations.</summary>
public sealed class InjectionProperties
{
    private static readonly string[] Lists = ["containers", "initContainers", "volumes"];

    private static readonly WorkloadPods Pods = new(new WorkloadPodOptions { Time = TimeProvider.System, Chance = static () => 0 });

    private static readonly Gen<InjectionSettings> Installations = Gen.Elements(Given.Compatible, Given.Modern, Given.Restricted, Given.Compatible with { Engine = AgentEngine.Injector });

    [Fact]
    public void Result_IsAValidPodOrADenial() => ForAll((pod, settings) =>
    {
        var answer = Answer.For(pod, settings);

        if (answer.Result.IsAllowed)
        {
            Assert.NotNull(Pods.Store(answer.Pod.AsObject()));
        }
        else
        {
            Assert.NotEmpty(answer.Message);
            Assert.True(answer.Result.Patch.IsEmpty);
        }
    });

    [Fact]
    public void WhatTheUserSubmitted_IsUnchanged() => ForAll((pod, settings) =>
    {
        var answer = Answer.For(pod, settings);

        var rest = WithoutAdditions(answer.Pod, pod);
        Assert.True(JsonNode.DeepEquals(rest, pod), $"{rest.ToJsonString()}\n{pod.ToJsonString()}");
    });

    [Fact]
    public void SecondInjection_ChangesNothing() => ForAll((pod, settings) =>
    {
        var first = Answer.For(pod, settings);
        var second = Answer.For(first.Pod, settings);

        Assert.True(first.Result.Decision != InjectionDecision.Injected || second.Result.Patch.IsEmpty);
    });

    [Fact]
    public void EqualPods_GetEqualPatches() => ForAll((pod, settings) =>
        Assert.True(Answer.For(pod, settings).Result.Patch.Span.SequenceEqual(Answer.For(pod, settings).Result.Patch.Span)));

    [Fact]
    public void Warnings_StayWithinKubernetesLimits() => ForAll((pod, settings) =>
    {
        var warnings = Answer.For(pod, settings).Result.Warnings;

        Assert.All(warnings, warning => Assert.InRange(warning.Length, 1, 256));
        Assert.InRange(warnings.Sum(warning => Encoding.UTF8.GetByteCount(warning)), 0, 4096);
    });

    private static void ForAll(Action<JsonObject, InjectionSettings> check) =>
        Prop.ForAll(RandomPods.Pods.ToArbitrary(), Installations.ToArbitrary(), check).QuickCheckThrowOnFailure();

    // The documented additions: items at our names, mounts of our volumes, the status, the process namespace.
    private static JsonNode WithoutAdditions(JsonNode result, JsonObject submitted)
    {
        var rest = result.DeepClone();
        var spec = rest["spec"]!.AsObject();
        foreach (var list in Lists)
        {
            var own = (submitted["spec"]![list] as JsonArray ?? []).Select(item => item!["name"]!.ToString()).ToHashSet();
            foreach (var added in (spec[list] as JsonArray ?? []).Where(item => !own.Contains(item!["name"]?.ToString() ?? string.Empty)).ToArray())
            {
                spec[list]!.AsArray().Remove(added);
            }

            foreach (var container in list == "volumes" ? [] : (spec[list] as JsonArray ?? []).Select(item => item!.AsObject()))
            {
                RemoveMounts(container, submitted["spec"]![list]!.AsArray().Single(item => item!["name"]!.ToString() == container["name"]!.ToString())!.AsObject());
            }

            if (submitted["spec"]![list] is null)
            {
                spec.Remove(list);
            }
        }

        if (submitted["spec"]!["shareProcessNamespace"] is null)
        {
            spec.Remove("shareProcessNamespace");
        }

        var annotations = rest["metadata"]!["annotations"]!.AsObject();
        foreach (var (key, _) in annotations.Where(entry => entry.Key.EndsWith("agent-inject-status", StringComparison.Ordinal)).ToArray())
        {
            annotations[key] = submitted["metadata"]!["annotations"]![key]?.DeepClone();
            if (submitted["metadata"]!["annotations"]!.AsObject().ContainsKey(key) is false)
            {
                annotations.Remove(key);
            }
        }

        return rest;
    }

    private static void RemoveMounts(JsonObject container, JsonObject submitted)
    {
        foreach (var mount in (container["volumeMounts"] as JsonArray ?? []).Where(mount => mount!["name"]!.ToString().StartsWith("vault-secrets", StringComparison.Ordinal)).ToArray())
        {
            container["volumeMounts"]!.AsArray().Remove(mount);
        }

        if (submitted["volumeMounts"] is null)
        {
            container.Remove("volumeMounts");
        }
    }
}
