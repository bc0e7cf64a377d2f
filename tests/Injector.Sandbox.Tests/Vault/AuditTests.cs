using System.Net;
using System.Text.Json.Nodes;
using Injector.Sandbox.Tests.Contract;
using Injector.TestKit;

namespace Injector.Sandbox.Tests.Vault;

/// <summary>The audit log tells who did what, and never a value.</summary>
public sealed class AuditTests
{
    [Fact]
    public async Task Writes_ALinePerRequestAndPerAnswerWithoutValues()
    {
        using var folder = new TemporaryFolder();
        var file = folder.PathOf("audit.log");
        await using (var time = await VirtualTime.StartAsync())
        {
            var kv = await time.Vault.MountKvAsync();
            (await time.Vault.WriteAsync("sys/audit/file", new JsonObject { ["type"] = "file", ["options"] = new JsonObject { ["file_path"] = file } })).Expect(HttpStatusCode.NoContent);
            await time.Vault.WriteAsync($"{kv}/data/app", new JsonObject { ["data"] = new JsonObject { ["password"] = "s3cret-value" } });
            await time.Vault.ReadAsync($"{kv}/data/app");
            await time.Vault.ReadAsync($"{kv}/data/app", "hvs.wrong-token");
            var hash = (await time.Vault.WriteAsync("sys/audit-hash/file", new JsonObject { ["input"] = "s3cret-value" })).Data["hash"]?.ToString();

            var text = await File.ReadAllTextAsync(file, VaultSession.Stop);
            Assert.DoesNotContain("s3cret-value", text, StringComparison.Ordinal);
            Assert.DoesNotContain(time.Vault.RootToken, text, StringComparison.Ordinal);
            Assert.DoesNotContain("hvs.wrong-token", text, StringComparison.Ordinal);
            var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => JsonNode.Parse(line)?.AsObject() ?? []).ToArray();
            var written = lines.First(line => line["type"]?.ToString() == "request" && line["request"]?["operation"]?.ToString() == "create");
            Assert.Equal($"{kv}/data/app", written["request"]?["path"]?.ToString());
            Assert.Equal(hash, written["request"]?["data"]?["data"]?["password"]?.ToString());
            Assert.Contains(lines, line => line["type"]?.ToString() == "response" && line["response"]?["data"]?["data"]?["password"]?.ToString() == hash);
            Assert.Contains(lines, static line => line["error"]?.ToString().Contains("permission denied", StringComparison.Ordinal) == true);
        }
    }

    [Fact]
    public async Task Rejects_AFileThatCannotBeWritten()
    {
        await using var time = await VirtualTime.StartAsync();

        var answer = await time.Vault.WriteAsync("sys/audit/file", new JsonObject { ["type"] = "file", ["options"] = new JsonObject { ["file_path"] = "/no/such/folder/audit.log" } });

        answer.Expect(HttpStatusCode.BadRequest);
    }
}
