using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Injector.TestKit;

namespace Injector.EndToEnd.Tests.Agent.Budget;

/// <summary>
/// The figures of the agent that were accepted last, checked in beside this file, one file for each architecture. With <c>INJECTOR_UPDATE_GOLDENS=1</c>
/// they are written instead of compared: the difference in version control is then the review.
/// </summary>
internal static class AgentBudget
{
    private const double Tolerance = 0.15;
    private const string UpdateVariable = "INJECTOR_UPDATE_GOLDENS";
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
    private static readonly Lock Writing = new();

    private static string FileName => Repository.PathOf(
        "tests", "Injector.EndToEnd.Tests", "Agent", "Budget", $"baseline.{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}.json");

    /// <summary>Fails when a figure is more than 15 % above what was accepted.</summary>
    public static void Check(string figure, long measured)
    {
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            Write(figure, measured);
            return;
        }

        Assert.SkipUnless(File.Exists(FileName), $"There are no figures for this architecture; {UpdateVariable}=1 writes '{FileName}'.");
        var accepted = Read()[figure]?.GetValue<long>() ?? throw new InvalidOperationException($"'{FileName}' has no '{figure}'.");
        Assert.True(
            measured <= accepted * (1 + Tolerance),
            string.Create(CultureInfo.InvariantCulture, $"{figure} is {measured}, {(measured / (double)accepted) - 1:P0} above the accepted {accepted}. If it is worth that, run the test with {UpdateVariable}=1."));
    }

    private static JsonObject Read() => JsonNode.Parse(File.ReadAllText(FileName))?.AsObject() ?? [];

    private static void Write(string figure, long measured)
    {
        lock (Writing)
        {
            var all = File.Exists(FileName) ? Read() : [];
            all[figure] = JsonValue.Create(measured);
            File.WriteAllText(FileName, all.ToJsonString(Indented) + "\n");
        }
    }
}
