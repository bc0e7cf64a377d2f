using Injector.Contracts.Diagnostics;
using Injector.Injection.Reporting;

namespace Injector.Injection.Tests.Checks;

public sealed class WarningLimitTests
{
    [Fact]
    public void LongWarnings_LoseTheirRemedyThenTheirEnd()
    {
        var warning = new Diagnostic("VI0102", DiagnosticSeverity.Warning, "x", new string('m', 200), new string('r', 200));
        var longer = warning with { Message = new string('m', 400) };

        var texts = AdmissionWarnings.Of([warning, longer]);

        Assert.Equal("VI0102 " + warning.Message, texts[0]);
        Assert.Equal(AdmissionWarnings.LongestWarning, texts[1].Length);
        Assert.EndsWith("…", texts[1], StringComparison.Ordinal);
    }

    [Fact]
    public void ManyWarnings_EndWithTheirNumber()
    {
        var warning = new Diagnostic("VI0102", DiagnosticSeverity.Warning, "x", new string('m', 200), string.Empty);

        var texts = AdmissionWarnings.Of([.. Enumerable.Repeat(warning, 100)]);

        Assert.StartsWith("VI0173 ", texts[^1], StringComparison.Ordinal);
        Assert.InRange(texts.Sum(text => text.Length), 0, 4096);
    }

    [Fact]
    public void Notes_AreNotShown() => Assert.Empty(AdmissionWarnings.Of([Catalogue.Injection.OwnToken.For("x")]));
}
