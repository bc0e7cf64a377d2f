using System.Globalization;

namespace Injector.Benchmarks.Agent;

/// <summary>What <c>make bench-agent</c> measures.</summary>
internal sealed record AgentBenchmarkOptions
{
    /// <summary>The command of the agent under test: a program and its leading arguments; <c>-config=FILE</c> is added.</summary>
    public IReadOnlyList<string> Command { get; init; } = ["artifacts/agent/injector-agent", "agent"];

    /// <summary>Another command that takes <c>-config=FILE</c>, measured in the same run; empty: none.</summary>
    public IReadOnlyList<string> Compare { get; init; } = [];

    /// <summary>Starts per figure; the median counts.</summary>
    public int Runs { get; init; } = 100;

    /// <summary>Rotations before the second look at the memory.</summary>
    public int Rotations { get; init; } = 1000;

    /// <summary>Seconds of idleness whose CPU time is measured, with a round of reading every half minute; 0: not measured.</summary>
    public int IdleSeconds { get; init; } = 150;

    /// <summary>Reads the command line.</summary>
    /// <param name="arguments">Pairs of an option and its value.</param>
    /// <returns>The options.</returns>
    public static AgentBenchmarkOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new AgentBenchmarkOptions();
        for (var index = 0; index + 1 < arguments.Count; index += 2)
        {
            var value = arguments[index + 1];
            options = arguments[index] switch
            {
                "--binary" => options with { Command = [Path.GetFullPath(value), "agent"] },
                "--compare" => options with { Compare = value.Split(' ', StringSplitOptions.RemoveEmptyEntries) },
                "--runs" => options with { Runs = int.Parse(value, CultureInfo.InvariantCulture) },
                "--rotations" => options with { Rotations = int.Parse(value, CultureInfo.InvariantCulture) },
                "--idle-seconds" => options with { IdleSeconds = int.Parse(value, CultureInfo.InvariantCulture) },
                var other => throw new ArgumentException($"'{other}' is not an option of the agent benchmark."),
            };
        }

        return options;
    }
}
