using System.Diagnostics;
using System.Globalization;

namespace Injector.Benchmarks.Webhook;

/// <summary>Load by <c>wrk</c>: keep-alive connections over HTTPS that send one review after the other.</summary>
internal static class WrkLoad
{
    private const string Marker = "figures";

    private const string Script = """
        wrk.method = "POST"
        wrk.headers["Content-Type"] = "application/json"
        local file = io.open(os.getenv("REVIEW_FILE"), "rb")
        wrk.body = file:read("*a")
        file:close()
        function done(summary, latency, requests)
          local wrong = summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout
          io.write(string.format("figures %d %d %d %d %d\n", summary.requests, summary.duration, latency:percentile(50), latency:percentile(99), wrong))
        end
        """;

    public static async Task<LoadFigures> RunAsync(Uri endpoint, string review, int connections, TimeSpan duration)
    {
        var folder = Directory.CreateTempSubdirectory("injector-wrk-");
        try
        {
            var script = Path.Combine(folder.FullName, "post.lua");
            var body = Path.Combine(folder.FullName, "review.json");
            await File.WriteAllTextAsync(script, Script);
            await File.WriteAllTextAsync(body, review);
            var start = new ProcessStartInfo("wrk", ["-t1", $"-c{connections}", $"-d{(int)duration.TotalSeconds}s", "--timeout", "10s", "-s", script, endpoint.ToString()])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
            };
            start.Environment["REVIEW_FILE"] = body;
            using var process = Process.Start(start) ?? throw new InvalidOperationException("wrk did not start.");
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return Read(output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static LoadFigures Read(string output)
    {
        var line = output.Split('\n').LastOrDefault(static line => line.StartsWith(Marker, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"wrk gave no figures: {output}");
        var numbers = line.Split(' ').Skip(1).Select(static text => long.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        return new LoadFigures(numbers[0], TimeSpan.FromMicroseconds(numbers[1]), TimeSpan.FromMicroseconds(numbers[2]), TimeSpan.FromMicroseconds(numbers[3]), numbers[4]);
    }
}
