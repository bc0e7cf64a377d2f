using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Injector.Agent.Platform;
using Injector.Agent.Sinks;
using Injector.Contracts.Agent.Configuration;
using Injector.TestKit;

namespace Injector.Agent.Tests.Sinks;

/// <summary>agent.md §5, S6: encrypted sinks. The numbers are those of RFC 7748, section 6.1.</summary>
public sealed class SinkSealTests : IDisposable
{
    private const string AlicePrivate = "77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a";
    private const string AlicePublic = "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a";
    private const string BobPrivate = "5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb";
    private const string BobPublic = "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f";
    private const string Shared = "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742";
    private const string Derived = "2667d7faf22353acc054549aba879f3f6b57b07cf40d49ed6871b458d4966001";

    private readonly TemporaryFolder _folder = new();

    private string KeyFile => _folder.PathOf("dh.json");

    [Theory]
    [InlineData(AlicePrivate, AlicePublic, BobPublic)]
    [InlineData(BobPrivate, BobPublic, AlicePublic)]
    public void S6_KeyAgreement_GivesTheKnownAnswers(string privateKey, string publicKey, string other)
    {
        Assert.True(Curve25519.IsAvailable);
        Assert.Equal(publicKey, Hex(Curve25519.PublicKeyOf(Bytes(privateKey))));
        Assert.Equal(Shared, Hex(Curve25519.Agree(Bytes(privateKey), Bytes(other))));
    }

    [Fact]
    public void S6_DerivedKey_GivesTheKnownAnswerOnBothSides()
    {
        Assert.Equal(Derived, Hex(SinkSeal.Derive(Bytes(Shared), Bytes(AlicePublic), Bytes(BobPublic))));
        Assert.Equal(Derived, Hex(SinkSeal.Derive(Bytes(Shared), Bytes(BobPublic), Bytes(AlicePublic))));
    }

    [Fact]
    public void S6_KeyOfSmallOrder_IsRefused() => Assert.Throws<CryptographicException>(() => Curve25519.Agree(Bytes(AlicePrivate), new byte[32]));

    [Theory]
    [InlineData(false, null, null, "")]
    [InlineData(true, null, null, "")]
    [InlineData(true, "pod-1", "UNUSED", "pod-1")]
    [InlineData(false, null, "AAD", "from the variable")]
    public void S6_ReaderDecryptsTheToken(bool derive, string? additional, string? variable, string expected)
    {
        WriteKey(Convert.ToBase64String(Bytes(BobPublic)));
        var settings = new SinkEncryption(KeyFile) { DeriveKey = derive, AdditionalData = additional, AdditionalDataVariable = variable };
        var environment = new Dictionary<string, string> { ["AAD"] = "from the variable", ["UNUSED"] = "no" };
        var sink = new SinkFile(new TokenSink(_folder.PathOf("token")), () => 0.5) { Seal = new SinkSeal(settings, environment) };

        Assert.Null(sink.Write("hvs.token"));
        var first = File.ReadAllText(_folder.PathOf("token"));
        Assert.Null(sink.Write("hvs.token"));

        Assert.DoesNotContain("hvs", first, StringComparison.Ordinal);
        Assert.NotEqual(first, File.ReadAllText(_folder.PathOf("token")));
        Assert.Equal("hvs.token", Open(first, derive, expected));
    }

    [Theory]
    [InlineData(null, "does not exist")]
    [InlineData("{", "is not JSON")]
    [InlineData("[]", "holds no 'curve25519_public_key'")]
    [InlineData("""{"curve25519_public_key":"c2hvcnQ="}""", "holds no 'curve25519_public_key'")]
    [InlineData("""{"curve25519_public_key":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="}""", "cannot be used")]
    public void S6_KeyThatCannotBeUsed_IsNamedAndNothingIsWritten(string? content, string reason)
    {
        if (content is not null)
        {
            File.WriteAllText(KeyFile, content);
        }

        var sink = new SinkFile(new TokenSink(_folder.PathOf("token")), () => 0.5) { Seal = new SinkSeal(new SinkEncryption(KeyFile), new Dictionary<string, string>()) };

        var fault = sink.Write("hvs.token");

        Assert.Equal("VI0327", fault?.Code);
        Assert.Contains(reason, fault?.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.PathOf("token")));
    }

    public void Dispose() => _folder.Dispose();

    private static string Open(string json, bool derive, string additional)
    {
        var envelope = JsonNode.Parse(json);
        var writersKey = Member(envelope, "curve25519_public_key");
        var secret = Curve25519.Agree(Bytes(BobPrivate), writersKey);
        var payload = Member(envelope, "encrypted_payload");
        using var cipher = new AesGcm(derive ? SinkSeal.Derive(secret, Bytes(BobPublic), writersKey) : secret, 16);
        var plain = new byte[payload.Length - 16];
        cipher.Decrypt(Member(envelope, "nonce"), payload[..^16], payload[^16..], plain, Encoding.UTF8.GetBytes(additional));
        return Encoding.UTF8.GetString(plain);
    }

    private static byte[] Member(JsonNode? envelope, string name) => Convert.FromBase64String(envelope?[name]?.GetValue<string>() ?? "");

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex);

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    private void WriteKey(string key) => File.WriteAllText(KeyFile, new JsonObject { ["curve25519_public_key"] = key }.ToJsonString());
}
