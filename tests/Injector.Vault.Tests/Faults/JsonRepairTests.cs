using System.Text;
using System.Text.Json;
using Injector.Vault.Faults;

namespace Injector.Vault.Tests.Faults;

/// <summary>Texts that hold no characters must not end the process when they are taken out of an answer.</summary>
public sealed class JsonRepairTests
{
    [Theory]
    [InlineData("\"\\ud800\"", "\uFFFD")]
    [InlineData("\"a\\uDFFFb\"", "a\uFFFDb")]
    [InlineData("\"\\ud83d\\ude00\"", "😀")]
    [InlineData("\"\\ud83d\\ud83d\\ude00\"", "\uFFFD😀")]
    [InlineData("\"\\ud83d\\n\"", "\uFFFD\n")]
    [InlineData("\"\\\\ud800\"", "\\ud800")]
    [InlineData("\"\\\\\\ud800\"", "\\\uFFFD")]
    [InlineData("\"\\u00e9\\/\"", "é/")]
    public void HalfAPair_BecomesTheReplacementCharacter(string json, string expected) =>
        Assert.Equal(expected, Read(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void BytesThatAreNoUtf8_BecomeOneReplacementEach()
    {
        byte[] json = [(byte)'"', 0xFF, 0xE2, 0x82, (byte)'x', .. "é\\n"u8, (byte)'"'];

        Assert.Equal("\uFFFD\uFFFD\uFFFDxé\n", Read(json));
    }

    [Theory]
    [InlineData("\\")]
    [InlineData("\"\\u12")]
    [InlineData("\"\\ud800\\ud8")]
    [InlineData("")]
    public void TextsThatEndEarly_StayAsTheyAre(string json)
    {
        var repaired = JsonRepair.Repair(Encoding.UTF8.GetBytes(json));

        Assert.Equal(json.Replace("\\ud800", "\\ufffd", StringComparison.Ordinal), Encoding.UTF8.GetString(repaired));
    }

    [Fact]
    public void Answers_AreRepaired()
    {
        var answer = VaultAnswer.Of(VaultRequest.Read("x", null), 200, "{\"\\ud800\":1,\"data\":{\"\\udc00\":\"\\ud800\"}}"u8.ToArray());
        var refusal = VaultAnswer.Of(VaultRequest.Read("x", null), 400, "{\"errors\":[\"\\ud800 no\"]}"u8.ToArray());

        Assert.Equal("\uFFFD", answer.Data.EnumerateObject().Single().Name);
        Assert.Equal("\uFFFD", answer.Data.Text("\uFFFD"u8));
        Assert.Equal(["\uFFFD no"], refusal.Fault?.Errors);
    }

    private static string? Read(byte[] json)
    {
        using var document = JsonDocument.Parse(JsonRepair.Repair(json));
        return document.RootElement.GetString();
    }
}
