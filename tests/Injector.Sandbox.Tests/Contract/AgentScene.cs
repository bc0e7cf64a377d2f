using System.Net;
using System.Text.Json.Nodes;
using Injector.TestKit;
using Injector.TestKit.Agents;

namespace Injector.Sandbox.Tests.Contract;

/// <summary>The published agent beside a server, logging in by AppRole with a policy of its own.</summary>
internal sealed class AgentScene : IDisposable
{
    private AgentScene(VaultSession vault, string method)
    {
        Vault = vault;
        Method = method;
        Workplace = new AgentWorkplace(vault.Address, vault.CaCertificatePem);
    }

    public VaultSession Vault { get; }

    /// <summary>Path of the AppRole method.</summary>
    public string Method { get; }

    public AgentWorkplace Workplace { get; }

    public string RoleIdFile => Workplace.PathOf("role-id");

    public string SecretIdFile => Workplace.PathOf("secret-id");

    public string TokenSink => Path.Combine(Workplace.Home, ".vault-token");

    /// <summary>Prepares a login that gives a token with this policy.</summary>
    public static async Task<AgentScene> PrepareAsync(VaultSession vault, string policyText, string tokenTtl = "1h")
    {
        Assert.SkipUnless(File.Exists(PublishedPrograms.Agent), "The agent is not published; 'make publish-agent' does it.");
        var method = await vault.EnableAsync("approle");
        var role = new JsonObject { ["token_policies"] = new JsonArray(JsonValue.Create(await vault.PolicyAsync(policyText))), ["token_ttl"] = tokenTtl, ["token_max_ttl"] = "2h" };
        (await vault.WriteAsync($"{method}/role/app", role)).ExpectSuccess();
        var scene = new AgentScene(vault, method);
        await File.WriteAllTextAsync(scene.RoleIdFile, (await vault.ReadAsync($"{method}/role/app/role-id")).Expect(HttpStatusCode.OK).Data["role_id"]?.ToString(), VaultSession.Stop);
        await File.WriteAllTextAsync(scene.SecretIdFile, (await vault.WriteAsync($"{method}/role/app/secret-id", [])).Expect(HttpStatusCode.OK).Data["secret_id"]?.ToString(), VaultSession.Stop);
        scene.UseSecretId([]);
        return scene;
    }

    /// <summary>Says how the secret id is delivered.</summary>
    public void UseSecretId(JsonObject settings)
    {
        settings["role_id_file_path"] = RoleIdFile;
        settings["secret_id_file_path"] = SecretIdFile;
        settings.TryAdd("remove_secret_id_file_after_reading", JsonValue.Create(false));
        Workplace.UseMethod("approle", Method, settings);
    }

    /// <summary>Lets the agent go on after the first publication, reading ten times a second.</summary>
    public void RunAsSidecar()
    {
        Workplace.Configuration["exit_after_auth"] = JsonValue.Create(false);
        Workplace.Configuration["template_config"] = new JsonObject { ["static_secret_render_interval"] = "100ms" };
    }

    public string? Published(string name)
    {
        var path = Path.Combine(Workplace.Secrets, name);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }

    public Task PublishedAsync(string name, string text) =>
        Eventually.IsTrueAsync(() => Published(name) == text, $"'{name}' holds '{text}'", VaultSession.Stop);

    /// <summary>Runs the agent to its end.</summary>
    public async Task<(int ExitCode, string Log)> RunAsync()
    {
        await using var agent = AgentProcess.Start(Workplace);
        var exitCode = await agent.WaitForExitAsync(VaultSession.Stop);
        return (exitCode, string.Join('\n', agent.Log));
    }

    public void Dispose() => Workplace.Dispose();
}
