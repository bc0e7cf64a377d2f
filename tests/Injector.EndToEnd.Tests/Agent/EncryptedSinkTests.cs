using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Injector.Contracts.Agent;
using Injector.Sandbox.Vault;
using Injector.TestKit;
using Injector.TestKit.Agents;
using Injector.TestKit.Processes;

namespace Injector.EndToEnd.Tests.Agent;

/// <summary>A reader with OpenSSL's command line decrypts the token that the published agent encrypted for it (agent.md §5, S6).</summary>
public sealed class EncryptedSinkTests : IDisposable
{
    // What stands before the 32 bytes of a key in its DER form (RFC 8410).
    private static readonly byte[] PublicKeyHead = Convert.FromHexString("302a300506032b656e032100");
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ReaderDecryptsTheToken()
    {
        await using var fixture = await AgentFixture.StartAsync(SandboxTransport.Http);
        await OpenSslAsync("genpkey", "-algorithm", "X25519", "-out", _folder.PathOf("reader.pem"));
        await OpenSslAsync("pkey", "-in", _folder.PathOf("reader.pem"), "-pubout", "-outform", "DER", "-out", _folder.PathOf("reader.der"));
        var readersKey = (await File.ReadAllBytesAsync(_folder.PathOf("reader.der"), Cancellation))[PublicKeyHead.Length..];
        await File.WriteAllTextAsync(_folder.PathOf("dh.json"), new JsonObject { ["curve25519_public_key"] = Convert.ToBase64String(readersKey) }.ToJsonString(), Cancellation);
        var sink = fixture.Workplace.Configuration["auto_auth"]?["sink"]?[0] as JsonObject ?? [];
        (sink["dh_type"], sink["dh_path"], sink["aad"], sink["derive_key"]) = ("curve25519", _folder.PathOf("dh.json"), "pod-1", true);
        await using var agent = AgentProcess.Start(fixture.Workplace);
        var exitCode = await agent.WaitForExitAsync(Cancellation);
        Assert.True(exitCode == ExitCodes.Success, string.Join('\n', agent.Log));

        var envelope = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(fixture.Workplace.Home, ".vault-token"), Cancellation));

        Assert.StartsWith("hvs.", await OpenAsync(envelope, readersKey), StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private async Task<string> OpenAsync(JsonNode? envelope, byte[] readersKey)
    {
        var (agentsKey, payload) = (Member(envelope, "curve25519_public_key"), Member(envelope, "encrypted_payload"));
        await File.WriteAllBytesAsync(_folder.PathOf("agent.der"), [.. PublicKeyHead, .. agentsKey], Cancellation);
        await OpenSslAsync("pkey", "-pubin", "-inform", "DER", "-in", _folder.PathOf("agent.der"), "-out", _folder.PathOf("agent.pem"));
        await OpenSslAsync("pkeyutl", "-derive", "-inkey", _folder.PathOf("reader.pem"), "-peerkey", _folder.PathOf("agent.pem"), "-out", _folder.PathOf("secret"));
        var (first, second) = agentsKey.AsSpan().SequenceCompareTo(readersKey) < 0 ? (agentsKey, readersKey) : (readersKey, agentsKey);
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, await File.ReadAllBytesAsync(_folder.PathOf("secret"), Cancellation), 32, first, second);
        using var cipher = new AesGcm(key, 16);
        var plain = new byte[payload.Length - 16];
        cipher.Decrypt(Member(envelope, "nonce"), payload[..^16], payload[^16..], plain, Encoding.UTF8.GetBytes("pod-1"));
        return Encoding.UTF8.GetString(plain);
    }

    private static byte[] Member(JsonNode? envelope, string name) => Convert.FromBase64String(envelope?[name]?.GetValue<string>() ?? "");

    private static async Task OpenSslAsync(params string[] arguments)
    {
        var result = await CommandLine.RunAsync("openssl", arguments, Cancellation);
        Assert.True(result.ExitCode == 0, result.Error);
    }
}
