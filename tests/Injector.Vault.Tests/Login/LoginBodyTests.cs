using System.Text;
using System.Text.Json;
using Injector.Vault.Login;

namespace Injector.Vault.Tests.Login;

public sealed class LoginBodyTests
{
    [Theory]
    [InlineData("app")]
    [InlineData("")]
    [InlineData("a\"b\\c/d")]
    [InlineData("line\nreturn\rtab\tbell\u0007\u0000\u001f")]
    [InlineData("Zürich 東京 \U0001F511 \u007f\u2028<&'")]
    public void EveryText_IsReadBackAsItWas(string text)
    {
        using var document = JsonDocument.Parse(LoginBody.Of(("role", text), ("jwt", "x")));

        Assert.Equal(text, document.RootElement.GetProperty("role").GetString());
        Assert.Equal("x", document.RootElement.GetProperty("jwt").GetString());
    }

    [Fact]
    public void HalfACharacter_IsReplaced()
    {
        using var document = JsonDocument.Parse(LoginBody.Of(("role", new string('\ud83d', 1))));

        Assert.Equal("\ufffd", document.RootElement.GetProperty("role").GetString());
    }

    [Fact]
    public void WhatIsAbsent_IsLeftOut()
    {
        Assert.Equal("{}", Encoding.UTF8.GetString(LoginBody.Of(("name", null)).Span));
        Assert.Equal("""{"secret_id":"s"}""", Encoding.UTF8.GetString(LoginBody.Of(("role_id", null), ("secret_id", "s")).Span));
    }
}
