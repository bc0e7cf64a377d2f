using Injector.Contracts.Secrecy;
using Injector.Vault.Faults;
using Injector.Vault.Tests.Fakes;

namespace Injector.Vault.Tests.Faults;

/// <summary>vault-api.md §2: envelopes, errors and status codes.</summary>
public sealed class FaultClassifierTests
{
    private static readonly VaultRequest Request = VaultRequest.Read("kv/data/app", null);

    [Theory]
    [InlineData(400, VaultFaultKind.BadRequest, false)]
    [InlineData(403, VaultFaultKind.PermissionDenied, false)]
    [InlineData(404, VaultFaultKind.NotFound, false)]
    [InlineData(405, VaultFaultKind.NotSupported, false)]
    [InlineData(412, VaultFaultKind.NotYetConsistent, true)]
    [InlineData(413, VaultFaultKind.Rejected, false)]
    [InlineData(415, VaultFaultKind.Rejected, false)]
    [InlineData(429, VaultFaultKind.RateLimited, true)]
    [InlineData(472, VaultFaultKind.Unavailable, true)]
    [InlineData(473, VaultFaultKind.Unavailable, true)]
    [InlineData(500, VaultFaultKind.ServerError, true)]
    [InlineData(501, VaultFaultKind.Unavailable, true)]
    [InlineData(502, VaultFaultKind.ServerError, true)]
    [InlineData(503, VaultFaultKind.Unavailable, true)]
    [InlineData(504, VaultFaultKind.ServerError, true)]
    [InlineData(599, VaultFaultKind.ServerError, true)]
    public void Status_DecidesTheKind(int status, VaultFaultKind kind, bool transient)
    {
        var fault = ScriptedVault.Json(Request, status, """{"errors":[]}""").Fault;

        Assert.Equal(kind, fault?.Kind);
        Assert.Equal(transient, fault?.IsTransient);
        Assert.Equal($"GET kv/data/app: {status} without a reason", fault?.Summary);
    }

    [Theory]
    [InlineData("invalid token")]
    [InlineData("2 errors occurred:\\n\\t* permission denied\\n\\t* invalid token\\n\\n")]
    [InlineData("bad token")]
    public void A403ForTheToken_IsNotA403ForThePath(string error) =>
        Assert.Equal(VaultFaultKind.InvalidToken, ScriptedVault.Json(Request, 403, $$"""{"errors":["{{error}}"]}""").Fault?.Kind);

    [Fact]
    public void Errors_AreTidied()
    {
        var fault = ScriptedVault.Json(Request, 403, """{"errors":["1 error occurred:\n\t* permission denied\n\n"]}""").Fault;

        Assert.Equal("GET kv/data/app: 403 permission denied", fault?.Summary);
        Assert.Equal("VI0406", fault?.ToDiagnostic().Code);
    }

    [Fact]
    public void BodyThatIsNotJson_IsShownShort()
    {
        var fault = ScriptedVault.Json(Request, 502, "<html>\n<b>Bad   gateway</b>" + new string('x', 5000)).Fault;

        Assert.StartsWith("GET kv/data/app: 502 <html> <b>Bad gateway</b>", fault?.Summary, StringComparison.Ordinal);
        Assert.True(fault?.Summary.Length < 260);
    }

    [Theory]
    [InlineData("<pre>X-Vault-Token: hvs.CAESIJ1</pre> bad gateway", "502 <pre>X-Vault-Token: ***</pre> bad gateway")]
    [InlineData("""{"errors":["no: hvs.CAESIJ1"]}""", "502 no: ***")]
    public void ErrorPageThatRepeatsTheToken_IsShownWithoutIt(string body, string shown)
    {
        var request = Request with { Token = new SecretText("hvs.CAESIJ1") };

        Assert.EndsWith(shown, ScriptedVault.Json(request, 502, body).Fault?.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void ErrorPageThatRepeatsAJwt_IsShownWithoutIt()
    {
        var jwt = "eyJhbGciOiJFUzI1NiJ9." + new string('a', 600);

        var fault = ScriptedVault.Json(Request, 502, $$"""<b>proxy error</b> POST {"role":"app","jwt":"{{jwt}}"}""").Fault;

        Assert.DoesNotContain("eyJ", fault?.Summary, StringComparison.Ordinal);
        Assert.Contains("proxy error", fault?.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void A404WithData_IsAnAnswer() => Assert.Null(ScriptedVault.Json(Request, 404, """{"data":{"data":null,"metadata":{}}}""").Fault);

    [Fact]
    public void A404WithWarnings_IsAnAnswer() => Assert.Null(ScriptedVault.Json(Request, 404, """{"warnings":["gone"]}""").Fault);

    [Fact]
    public void A200ThatIsNotJson_IsMalformed() => Assert.Equal(VaultFaultKind.Malformed, ScriptedVault.Json(Request, 200, "OK").Fault?.Kind);

    [Fact]
    public void A204_IsSuccess() => Assert.Null(VaultAnswer.Of(Request, 204, []).Fault);

    [Fact]
    public void TooDeepJson_IsMalformed()
    {
        var json = """{"data":""" + new string('[', 70) + new string(']', 70) + "}";

        Assert.Equal(VaultFaultKind.Malformed, ScriptedVault.Json(Request, 200, json).Fault?.Kind);
    }

    [Fact]
    public void R8_NumbersKeepTheirText()
    {
        var answer = ScriptedVault.Json(Request, 200, """{"data":{"big":12345678901234567890,"float":1.0}}""");

        Assert.Equal("12345678901234567890", answer.Data.Member("big"u8).GetRawText());
        Assert.Equal("1.0", answer.Data.Member("float"u8).GetRawText());
    }

    [Fact]
    public void Envelope_MayLackEverything()
    {
        var answer = ScriptedVault.Json(Request, 200, """{"data":null,"auth":null,"lease_id":null,"lease_duration":"x"}""");

        Assert.Equal(System.Text.Json.JsonValueKind.Undefined, answer.Data.ValueKind);
        Assert.False(answer.Lease.Exists);
        Assert.Equal(TimeSpan.Zero, answer.Lease.Duration);
        Assert.Empty(answer.Warnings);
    }

    [Fact]
    public void CredentialsOfALogin_AreNotRepeated()
    {
        var request = VaultRequest.Write("auth/approle/login", null, "{\"role_id\":\"orders-web\",\"secret_id\":\"7f3d\\u0022-4711-abcd\"}"u8.ToArray());

        var fault = VaultAnswer.Of(request, 400, "{\"errors\":[\"secret_id 7f3d\\\"-4711-abcd of orders-web is invalid\"]}"u8.ToArray()).Fault;

        Assert.Equal("PUT auth/approle/login: 400 secret_id *** of orders-web is invalid", fault?.Summary);
    }

    [Fact]
    public void EveryKind_HasItsDiagnostic() => Assert.All(Enum.GetValues<VaultFaultKind>(), kind =>
        Assert.StartsWith("VI04", new VaultFault(kind, 0, "GET x", ["why"]).ToDiagnostic().Code, StringComparison.Ordinal));
}
