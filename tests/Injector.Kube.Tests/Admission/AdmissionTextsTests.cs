using System.Text;
using Injector.Kube.Admission;

namespace Injector.Kube.Tests.Admission;

public sealed class AdmissionTextsTests
{
    [Fact]
    public void Keeps_WarningsThatFit()
    {
        string[] warnings = ["a", new('b', AdmissionTexts.MaxWarningLength)];

        Assert.Equal(warnings, AdmissionTexts.WithinLimits(warnings));
    }

    [Fact]
    public void Cuts_LongWarnings()
    {
        var kept = Assert.Single(AdmissionTexts.WithinLimits([new string('b', 1000)]));

        Assert.Equal(AdmissionTexts.MaxWarningLength, kept.Length);
        Assert.EndsWith("…", kept, StringComparison.Ordinal);
    }

    [Fact]
    public void Ends_LongListsWithTheNumberLeftOut()
    {
        var warnings = Enumerable.Repeat(new string('ö', 250), 40).ToList();

        var kept = AdmissionTexts.WithinLimits(warnings);

        Assert.True(kept.Sum(static text => Encoding.UTF8.GetByteCount(text)) <= AdmissionTexts.MaxWarningsLength);
        Assert.StartsWith($"{warnings.Count - (kept.Count - 1)} more warnings", kept[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Replaces_ControlCharacters() => Assert.Equal("a b c", AdmissionTexts.Shortened("a\nb\u007fc", 10));

    [Fact]
    public void Never_CutsACharacterInHalf() => Assert.Equal("ab…", AdmissionTexts.Shortened("ab\U0001F511\U0001F511", 4));
}
