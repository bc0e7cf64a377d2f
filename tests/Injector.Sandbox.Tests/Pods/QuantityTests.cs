using Injector.Sandbox.Pods;
using Injector.Sandbox.Pods.Volumes;

namespace Injector.Sandbox.Tests.Pods;

public sealed class QuantityTests
{
    [Theory]
    [InlineData("1", 1)]
    [InlineData("1Ki", 1024)]
    [InlineData("1.5Mi", 1572864)]
    [InlineData("2G", 2000000000)]
    [InlineData("1e3", 1000)]
    [InlineData("100m", 1)]
    public void Reads_AmountsAndRoundsUp(string text, long bytes) => Assert.Equal(bytes, Quantity.ToBytes(text));

    [Theory]
    [InlineData("1500m", "1m", "1500")]
    [InlineData("1500m", "1", "2")]
    [InlineData("1500m", null, "2")]
    [InlineData("64Mi", "1Mi", "64")]
    public void Divides_ByTheDivisorOfTheDownwardApi(string text, string? divisor, string expected) => Assert.Equal(expected, Quantity.Divide(text, divisor));

    [Theory]
    [InlineData("")]
    [InlineData("many")]
    [InlineData("1KiB")]
    public void Rejects_WhatIsNoAmount(string text) => Assert.Throws<PodSpecificationException>(() => Quantity.ToBytes(text));
}
