using System.Globalization;

namespace Injector.Cli.Demo;

/// <summary>The figures of one run.</summary>
internal sealed class DemoReport(TimeSpan admission, BinaryKind binaries)
{
    /// <summary>Agent started → every file published.</summary>
    public TimeSpan Published { get; set; }

    /// <summary>Secret written → file changed.</summary>
    public TimeSpan Rotation { get; set; }

    /// <summary>SIGTERM → every container ended.</summary>
    public TimeSpan Shutdown { get; set; }

    /// <summary>Resident memory of the running agent in bytes.</summary>
    public long AgentMemory { get; set; }

    /// <summary>Name and value of each figure.</summary>
    /// <returns>The rows in their order.</returns>
    public IReadOnlyList<(string Name, string Value)> Rows()
    {
        List<(string, string)> rows =
        [
            ("admission of the pod, kept connection", Milliseconds(admission)),
            ("agent start to files published", Milliseconds(Published)),
            ("secret written to file changed", Milliseconds(Rotation)),
            ("pod deleted to all containers gone", Milliseconds(Shutdown)),
            ("agent's resident memory", string.Create(CultureInfo.InvariantCulture, $"{AgentMemory / 1048576.0:F1} MiB")),
        ];
        if (binaries == BinaryKind.FrameworkDependent)
        {
            rows.Add(("note", "not Native AOT: these figures are not the product's"));
        }

        return rows;
    }

    private static string Milliseconds(TimeSpan duration) => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:F0} ms");
}
