using Injector.Contracts.Annotations;
using Injector.Contracts.Injection;
using Injector.Injection.Annotations;
using Injector.Injection.Reporting;
using static Injector.Contracts.Annotations.AnnotationCatalogue;

namespace Injector.Injection.Agents;

/// <summary>Reads how the start is gated and how long it may take.</summary>
internal static class GateReader
{
    private const int MostFailures = 100_000;

    public static GateOptions Read(AnnotationReader reader)
    {
        var failures = reader.Unsigned(ProbeFailures, DenialStage.Beyond);
        if (failures is 0 or > MostFailures)
        {
            reader.Annotations.TryGet(ProbeFailures.Name, out var entry);
            reader.Invalid(entry, $"a number from 1 to {MostFailures}", DenialStage.Beyond);
        }

        return new GateOptions
        {
            Gate = reader.Choice(Gate) == "startup-probe" ? StartGate.StartupProbe : StartGate.PostStart,
            ProbePeriodSeconds = WholeSeconds(reader, ProbePeriod),
            ProbeTimeoutSeconds = WholeSeconds(reader, ProbeTimeout),
            ProbeFailures = (int)Math.Min(failures, MostFailures),
            InitPatience = reader.OwnDuration(InitPatience, out _),
            InitDeadline = reader.OwnDuration(InitDeadline, out _),
        };
    }

    private static int WholeSeconds(AnnotationReader reader, AnnotationDefinition definition)
    {
        reader.OwnDuration(definition, out var duration);
        if (duration < TimeSpan.FromSeconds(1) || duration > TimeSpan.FromDays(1) || duration.Ticks % TimeSpan.TicksPerSecond != 0)
        {
            reader.Annotations.TryGet(definition.Name, out var entry);
            reader.Invalid(entry, "a duration of whole seconds from 1s to 24h", DenialStage.Beyond);
            return 1;
        }

        return (int)duration.TotalSeconds;
    }
}
