namespace Injector.Templates.Tests.Functions;

/// <summary>Addresses that cannot be read, and parts that cannot be joined.</summary>
public sealed class AddressTests
{
    [Theory]
    [InlineData("://é", "parse \"://é\": missing protocol scheme")]
    [InlineData("a\\x7f\\xff", "parse \"a\\x7f\\xff\": net/url: invalid control character in URL")]
    [InlineData("a:é/b#c", null)]
    [InlineData("é:b#c", "parse \"é:b\": first path segment in URL cannot contain colon")]
    [InlineData("a#%zz", "parse \"a#%zz\": invalid URL escape \"%zz\"")]
    [InlineData("//h:x#y", "parse \"//h:x\": invalid port \":x\" after host")]
    [InlineData("/%é", "parse \"/%é\": invalid URL escape \"%é\"")]
    public void Names_ThePartThatWasRead(string address, string? problem)
    {
        var call = $"{{{{sprig_urlParse \"{address}\"}}}}";
        if (problem is null)
        {
            Assert.StartsWith("map[", Rendered.Output(call), StringComparison.Ordinal);
            return;
        }

        Assert.EndsWith("unable to parse url: " + problem, Rendered.Error(call), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%:", "parse \"proto://%:@host\": invalid URL escape \"%\"")]
    [InlineData("a:%2", "parse \"proto://a:%2@host\": invalid URL escape \"%2\"")]
    [InlineData("é", "parse \"proto://é@host\": net/url: invalid userinfo")]
    public void Names_WhatIsWrongWithTheUser(string user, string problem) =>
        Assert.EndsWith(
            "unable to parse userinfo in dict: " + problem,
            Rendered.Error($"{{{{sprig_urlJoin (sprig_dict \"userinfo\" \"{user}\")}}}}"),
            StringComparison.Ordinal);

    [Theory]
    [InlineData("*", "*")]
    [InlineData("a*b", "a%2Ab")]
    public void Escapes_EveryPathButTheLoneStar(string path, string expected) =>
        Assert.Equal(expected, Rendered.Output($"{{{{sprig_urlJoin (sprig_dict \"path\" \"{path}\")}}}}"));
}
