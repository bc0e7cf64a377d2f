using System.Globalization;
using Injector.Contracts.Annotations.Values;
using Injector.Contracts.Injection;
using Injector.Contracts.Texts;

namespace Injector.Contracts.Tests.Annotations;

/// <summary>The syntax of annotation values.</summary>
public sealed class ValueTests
{
    [Theory]
    [InlineData("1", true)]
    [InlineData("t", true)]
    [InlineData("True", true)]
    [InlineData("", false)]
    [InlineData("F", false)]
    [InlineData("FALSE", false)]
    public void Boolean_Accepts(string text, bool expected)
    {
        Assert.True(BooleanText.TryParse(text, out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("tRuE")]
    [InlineData("yes")]
    [InlineData(" true")]
    [InlineData("2")]
    public void Boolean_Rejects(string text) => Assert.False(BooleanText.TryParse(text, out _));

    [Theory]
    [InlineData("007", 7)]
    [InlineData("+5", 5)]
    [InlineData("-1", -1)]
    [InlineData("-9223372036854775808", long.MinValue)]
    public void Integer_Accepts(string text, long expected)
    {
        Assert.True(IntegerText.TryParse(text, out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0x10")]
    [InlineData("1_000")]
    [InlineData("1.0")]
    [InlineData(" 1")]
    [InlineData("1\0")]
    [InlineData("9223372036854775808")]
    [InlineData("١")]
    public void Integer_Rejects(string text) => Assert.False(IntegerText.TryParse(text, out _));

    [Theory]
    [InlineData("+5")]
    [InlineData("-1")]
    [InlineData("")]
    [InlineData("5s")]
    [InlineData("18446744073709551616")]
    public void Unsigned_Rejects(string text) => Assert.False(IntegerText.TryParseUnsigned(text, out _));

    [Theory]
    [InlineData(".9", 0.9)]
    [InlineData("7.5e-1", 0.75)]
    [InlineData("1.", 1)]
    [InlineData("-2", -2)]
    [InlineData("0x1p-1", 0.5)]
    [InlineData("0X.8P0", 0.5)]
    [InlineData("0x_1_8p-4", 1.5)]
    [InlineData("1_23.50_0_0e+1_2", 123.5e12)]
    [InlineData("iNf", double.PositiveInfinity)]
    [InlineData("-Infinity", double.NegativeInfinity)]
    public void Float_Accepts(string text, double expected)
    {
        Assert.True(FloatText.TryParse(text, out var value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" 1")]
    [InlineData("0,75")]
    [InlineData("75%")]
    [InlineData("1e400")]
    [InlineData("0x1")]
    [InlineData("0xp1")]
    [InlineData("1__2")]
    [InlineData("_1")]
    [InlineData("1_")]
    [InlineData("1_.5")]
    [InlineData("+nan")]
    [InlineData("--1")]
    [InlineData("e3")]
    [InlineData(".")]
    public void Float_Rejects(string text) => Assert.False(FloatText.TryParse(text, out _));

    [Theory]
    [InlineData("0")]
    [InlineData("250m")]
    [InlineData("0.5")]
    [InlineData(".5")]
    [InlineData("2.")]
    [InlineData("+2")]
    [InlineData("-1")]
    [InlineData("007")]
    [InlineData("1e3")]
    [InlineData("1E-3")]
    [InlineData("1E")]
    [InlineData("1Ei")]
    [InlineData("5n")]
    public void Quantity_Accepts(string text) => Assert.True(KubernetesQuantity.IsValid(text));

    [Theory]
    [InlineData("")]
    [InlineData("Gi")]
    [InlineData("m")]
    [InlineData(".")]
    [InlineData("+")]
    [InlineData("e3")]
    [InlineData("128mb")]
    [InlineData("128g")]
    [InlineData("500mi")]
    [InlineData("1ki")]
    [InlineData("1 ")]
    [InlineData(" 1")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("1e+-3")]
    [InlineData("1_000")]
    [InlineData("1.2.3")]
    [InlineData("١")]
    public void Quantity_Rejects(string text) => Assert.False(KubernetesQuantity.IsValid(text));

    [Theory]
    [InlineData("0600", 384)]
    [InlineData("644", 420)]
    [InlineData("07777", 4095)]
    public void FileMode_Accepts(string text, int expected)
    {
        Assert.True(FileModeText.TryParse(text, out var mode));
        Assert.Equal(expected, mode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0999")]
    [InlineData("-1")]
    [InlineData("10000")]
    [InlineData("0o600")]
    [InlineData("rw-r--r--")]
    public void FileMode_Rejects(string text) => Assert.False(FileModeText.TryParse(text, out _));

    [Theory]
    [InlineData("", 0)]
    [InlineData("a", 1)]
    [InlineData("a, b", 2)]
    [InlineData(",", 2)]
    public void List_KeepsEmptyMembers(string text, int count) => Assert.Equal(count, ListText.Split(text).Count);

    [Theory]
    [InlineData("UEVN", "PEM")]
    [InlineData("UE\nVN\r\n", "PEM")]
    [InlineData("UEVN ", "UEVN ")]
    [InlineData("-----BEGIN", "-----BEGIN")]
    public void Certificate_IsDecodedWhenItIsBase64(string text, string expected) => Assert.Equal(expected, CertificateText.Decode(text));

    [Theory]
    [InlineData("v1.36.2", 1, 36)]
    [InlineData("1.28+", 1, 28)]
    [InlineData("v1.29.3-gke.100", 1, 29)]
    public void KubernetesVersion_Reads(string text, int major, int minor)
    {
        Assert.True(KubernetesVersion.TryParse(text, out var version));
        Assert.Equal(new KubernetesVersion(major, minor), version);
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"{major}.{minor}"), version.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("v1.x")]
    [InlineData(null)]
    public void KubernetesVersion_RejectsOtherTexts(string? text) => Assert.False(KubernetesVersion.TryParse(text, out _));

    [Theory]
    [InlineData(1, 31, null, false)]
    [InlineData(1, 32, null, true)]
    [InlineData(1, 34, 28, false)]
    [InlineData(1, 30, 29, true)]
    public void NativeSidecars_DependOnTheOldestKubelet(int major, int minor, int? kubelet, bool expected)
    {
        var facts = new ClusterFacts
        {
            Server = new KubernetesVersion(major, minor),
            OldestKubelet = kubelet is { } oldest ? new KubernetesVersion(1, oldest) : null,
        };

        Assert.Equal(expected, facts.SupportsNativeSidecars);
    }
}
