using Injector.Templates.Checking;

namespace Injector.Templates.Tests.Checking;

/// <summary>Every recorded case of Go and consul-template.</summary>
public sealed class CorpusTests
{
    // Functions of Consul and Nomad are refused here, where the reference waits for them.
    private static readonly string[] Deviations = ["ct-missing-011", "ct-missing-019"];

    private static IEnumerable<TemplateCase> Cases() =>
        new TemplateCaseReader(TimeProvider.System).Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "corpus", "templates.jsonl")));

    [Theory]
    [InlineData("a")]
    [InlineData("b")]
    [InlineData("c")]
    [InlineData("d")]
    [InlineData("e")]
    public void Passes_EveryCase(string category)
    {
        var failed = Cases()
            .Where(subject => subject.Category == category && !Deviations.Contains(subject.Id))
            .Select(TemplateCaseRunner.Run)
            .Where(outcome => !outcome.Passed)
            .Select(outcome => $"{outcome.Case.Id}: {outcome.Case.Text}\n{outcome.Difference}")
            .ToArray();

        Assert.True(failed.Length == 0, $"{failed.Length} failed:\n{string.Join("\n\n", failed)}");
    }

    [Fact]
    public void Gives_EveryErrorMessageExactly()
    {
        var different = Cases()
            .Where(subject => !Deviations.Contains(subject.Id))
            .Select(TemplateCaseRunner.Run)
            .Where(outcome => outcome.FullErrorMatches == false)
            .Select(outcome => $"{outcome.Case.Id}: {outcome.Case.Text}\n{outcome.Difference}\nwant {outcome.Case.Expected.FullError}")
            .ToArray();

        Assert.True(different.Length == 0, $"{different.Length} differ:\n{string.Join("\n\n", different)}");
    }
}
