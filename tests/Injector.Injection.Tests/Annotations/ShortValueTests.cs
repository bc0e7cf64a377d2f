using Injector.Injection.Annotations;

namespace Injector.Injection.Tests.Annotations;

public sealed class ShortValueTests
{
    [Theory]
    [InlineData("true\r", "true\\r")]
    [InlineData("true\r\n", "true\\r\\n")]
    [InlineData("a\tb", "a\\tb")]
    [InlineData("true\u200b", "true\\u200b")]
    [InlineData("\ufefftrue", "\\ufefftrue")]
    [InlineData("a\u00a0b c", "a\\u00a0b c")]
    [InlineData("grün", "grün")]
    public void WhatCannotBeSeen_IsWrittenOut(string text, string expected) => Assert.Equal(expected, ShortValue.Of(text));

    [Fact]
    public void LongValues_AreCutBetweenCharacters()
    {
        Assert.Equal(new string('x', 80), ShortValue.Of(new string('x', 80)));
        Assert.Equal(new string('x', 80) + "…", ShortValue.Of(new string('x', 81)));
        Assert.Equal(new string('x', 79) + "…", ShortValue.Of(new string('x', 79) + "😀"));
    }
}
