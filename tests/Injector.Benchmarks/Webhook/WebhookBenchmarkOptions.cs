using System.Globalization;

namespace Injector.Benchmarks.Webhook;

/// <summary>What <c>make bench-webhook</c> and <c>make soak-webhook</c> measure.</summary>
internal sealed record WebhookBenchmarkOptions
{
    /// <summary>The webhook under test.</summary>
    public string Binary { get; init; } = "artifacts/webhook/injector-webhook";

    /// <summary>Address of another webhook's <c>/mutate</c> that gets the same load in the same run; null: none.</summary>
    public Uri? Compare { get; init; }

    /// <summary>Process id of that webhook, for its CPU time and memory; 0: not measured.</summary>
    public int CompareProcess { get; init; }

    /// <summary>Duration of each load.</summary>
    public TimeSpan Load { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Starts whose median counts.</summary>
    public int Starts { get; init; } = 15;

    /// <summary>Admissions of the soak.</summary>
    public long Admissions { get; init; } = 1_000_000;

    public static WebhookBenchmarkOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new WebhookBenchmarkOptions();
        for (var index = 0; index + 1 < arguments.Count; index += 2)
        {
            var value = arguments[index + 1];
            options = arguments[index] switch
            {
                "--binary" => options with { Binary = Path.GetFullPath(value) },
                "--compare" => options with { Compare = new Uri(value) },
                "--compare-pid" => options with { CompareProcess = int.Parse(value, CultureInfo.InvariantCulture) },
                "--seconds" => options with { Load = TimeSpan.FromSeconds(int.Parse(value, CultureInfo.InvariantCulture)) },
                "--starts" => options with { Starts = int.Parse(value, CultureInfo.InvariantCulture) },
                "--admissions" => options with { Admissions = long.Parse(value, CultureInfo.InvariantCulture) },
                var other => throw new ArgumentException($"'{other}' is not an option of the webhook benchmark."),
            };
        }

        return options;
    }
}
