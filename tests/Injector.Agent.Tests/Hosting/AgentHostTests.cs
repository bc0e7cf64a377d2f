using System.Net;
using System.Text.Json.Nodes;
using Injector.Contracts.Agent;
using Injector.Sandbox.Vault;
using Injector.Sandbox.Vault.Faults;
using Injector.TestKit;

namespace Injector.Agent.Tests.Hosting;

/// <summary>Whole runs: login, files, sinks, hand-over, end.</summary>
public sealed class AgentHostTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(SandboxTransport.Http)]
    [InlineData(SandboxTransport.Https)]
    public async Task A11_Init_EndsWhenFilesAndSinksAreThere(SandboxTransport transport)
    {
        await using var run = await AgentRun.CreateAsync(transport);

        var outcome = await run.RunAsync();

        Assert.True(outcome.ExitCode == ExitCodes.Success, run.Log);
        Assert.Equal("first", run.Read("password"));
        Assert.StartsWith("hvs.", run.ReadHome(".vault-token"), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(run.Workplace.Home, ".pid")));
    }

    [Fact]
    public async Task A6_Requests_AreOneLoginOneLookupAndOneReadPerPath()
    {
        await using var run = await AgentRun.CreateAsync();
        for (var i = 0; i < 10; i++)
        {
            await run.Vault.WriteSecretAsync($"s{i}", new JsonObject { ["value"] = $"v{i}" }, Cancellation);
            run.Workplace.AddTemplate($"a{i}", $$$"""{{ with secret "kv/s{{{i}}}" }}{{ .Data.data.value }}{{ end }}""");
            run.Workplace.AddTemplate($"b{i}", $$$"""{{ with secret "kv/s{{{i}}}" }}{{ .Data.data.value }}!{{ end }}""");
        }

        run.Vault.Server.Journal.Clear();
        Assert.Equal(ExitCodes.Success, (await run.RunAsync()).ExitCode);

        var requests = run.Vault.Server.Journal.All.Select(record => record.Path).ToList();
        Assert.Equal(13, requests.Count);
        Assert.Equal(requests.Distinct(), requests);
    }

    [Fact]
    public async Task A20_NothingSecretIsLogged()
    {
        await using var run = await AgentRun.CreateAsync();

        await run.RunAsync();

        Assert.DoesNotContain("first", run.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("hvs.", run.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("eyJ", run.Log, StringComparison.Ordinal);
        Assert.Contains("authentication successful, sending token to sinks", run.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_TimesOfTemplatesAtTheLevelTrace()
    {
        await using var run = await AgentRun.CreateAsync();

        await run.RunAsync();

        Assert.Matches(@"\[TRACE\] agent\.template\.server: templates parsed: took=[0-9.]+ms", run.Log);
        Assert.Matches(@"\[TRACE\] agent\.template\.server: pass over a template: destination=\S+/password took=[0-9.]+ms", run.Log);
    }

    [Fact]
    public async Task P6_A12_SidecarTakesUpTokenAndFiles()
    {
        await using var run = await AgentRun.CreateAsync();
        Own(run)["hand_over"] = Path.Combine(run.Workplace.Home, "state");
        await run.RunAsync();
        var published = File.ResolveLinkTarget(Path.Combine(run.Workplace.Secrets, "..data"), returnFinalTarget: true)?.FullName;
        run.Vault.Server.Journal.Clear();

        var outcome = await run.RunAsync();

        Assert.Equal(ExitCodes.Success, outcome.ExitCode);
        Assert.Equal(0, run.Vault.Server.Journal.Count("auth/kubernetes/login"));
        Assert.Equal(1, run.Vault.Server.Journal.Count("auth/token/lookup-self"));
        Assert.Equal(published, File.ResolveLinkTarget(Path.Combine(run.Workplace.Secrets, "..data"), returnFinalTarget: true)?.FullName);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(run.Workplace.Home, "state", "agent-state.json")));
    }

    [Fact]
    public async Task P5_RevokedToken_IsNotTakenUp()
    {
        await using var run = await AgentRun.CreateAsync();
        Own(run)["hand_over"] = Path.Combine(run.Workplace.Home, "state");
        await run.RunAsync();
        await run.Vault.Administrator.WriteAsync("auth/token/revoke", new JsonObject { ["token"] = run.ReadHome(".vault-token") }, Cancellation);
        run.Vault.Server.Journal.Clear();

        var outcome = await run.RunAsync();

        Assert.Equal(ExitCodes.Success, outcome.ExitCode);
        Assert.Equal(1, run.Vault.Server.Journal.Count("auth/kubernetes/login"));
    }

    [Fact]
    public async Task WrongRole_EndsWithTheReasonAfterItsConfirmation()
    {
        await using var run = await AgentRun.CreateAsync();
        run.Workplace.Configuration["auto_auth"]?["method"]?["config"]?.AsObject().Remove("role");
        run.Workplace.Configuration["auto_auth"]?["method"]?["config"]?.AsObject().Add("role", "stranger");
        run.Vault.Server.Journal.Clear();

        var outcome = await run.RunAsync();

        Assert.Equal(ExitCodes.LoginRefused, outcome.ExitCode);
        Assert.Contains("role 'stranger' as ServiceAccount 'app' in namespace 'test' at mount 'auth/kubernetes'", outcome.Diagnostic?.Message, StringComparison.Ordinal);
        Assert.Equal(2, run.Vault.Server.Journal.Count("auth/kubernetes/login"));
        Assert.False(File.Exists(Path.Combine(run.Workplace.Secrets, "password")));
    }

    [Fact]
    public async Task ExitOnError_EndsWithTheFirstFailure()
    {
        await using var run = await AgentRun.CreateAsync();
        run.Workplace.Configuration["auto_auth"]?["method"]?.AsObject().Add("exit_on_err", true);
        run.Vault.Server.Faults.Add(new FaultRule { Path = "auth/*", Effect = new FaultEffect.Status(503, "sealed") });

        Assert.Equal(ExitCodes.LoginRefused, (await run.RunAsync()).ExitCode);
    }

    [Fact]
    public async Task BrokenTemplate_EndsAtTheStartWithItsPlace()
    {
        await using var run = await AgentRun.CreateAsync();
        run.Workplace.AddTemplate("broken", "{{ if }}");

        var outcome = await run.RunAsync();

        Assert.Equal(ExitCodes.TemplateFailed, outcome.ExitCode);
        Assert.Equal("VI0501", outcome.Diagnostic?.Code);
    }

    [Fact]
    public async Task F7_SourceFile_IsCopiedByteForByte()
    {
        await using var run = await AgentRun.CreateAsync();
        var source = Path.Combine(run.Workplace.Home, "binary.tpl");
        byte[] content = [0xEF, 0xBB, 0xBF, 0xFF, 0x00, 0x80, (byte)'\r', (byte)'\n'];
        await File.WriteAllBytesAsync(source, content, Cancellation);
        if (run.Workplace.Configuration["template"] is JsonArray templates)
        {
            templates.Add((JsonNode)new JsonObject { ["destination"] = Path.Combine(run.Workplace.Secrets, "binary"), ["source"] = source });
        }

        Assert.Equal(ExitCodes.Success, (await run.RunAsync()).ExitCode);

        Assert.Equal(content, await File.ReadAllBytesAsync(Path.Combine(run.Workplace.Secrets, "binary"), Cancellation));
    }

    [Theory]
    [InlineData("unix", "", null)]
    [InlineData("unix", "/a-folder-with-a-name-that-is-longer/than-the-107-bytes-a-kernel-keeps-for-the-path-of-a-socket/so-that-nobody-can/listen", null)]
    [InlineData("tcp", "nowhere", null)]
    [InlineData("tcp", "127.0.0.1", null)]
    [InlineData("tcp", "127.0.0.1:0", "")]
    [InlineData("tcp", "127.0.0.1:0", "/")]
    public async Task ListenerThatCannotBe_EndsAtTheStart(string type, string address, string? certificate)
    {
        await using var run = await AgentRun.CreateAsync();
        run.Workplace.Configuration["exit_after_auth"] = false;
        run.Workplace.Configuration["listener"] = new JsonArray(new JsonObject { ["type"] = type, ["address"] = address, ["tls_cert_file"] = certificate, ["tls_key_file"] = certificate, ["tls_disable"] = certificate is null });

        var outcome = await run.RunAsync();

        Assert.Equal((ExitCodes.Usage, "VI0318"), (outcome.ExitCode, outcome.Diagnostic?.Code));
    }

    [Fact]
    public async Task PipeAsSource_IsNotWaitedFor()
    {
        await using var run = await AgentRun.CreateAsync();
        var pipe = Path.Combine(run.Workplace.Home, "pipe");
        using var make = System.Diagnostics.Process.Start("mkfifo", [pipe]);
        await make.WaitForExitAsync(Cancellation);
        if (run.Workplace.Configuration["template"] is JsonArray templates)
        {
            templates.Add((JsonNode)new JsonObject { ["destination"] = Path.Combine(run.Workplace.Secrets, "empty"), ["source"] = pipe });
        }

        Assert.Equal(ExitCodes.Success, (await run.RunAsync()).ExitCode);

        Assert.Empty(run.Read("empty"));
    }

    [Fact]
    public async Task SinkInAMissingFolder_EndsAtTheStart()
    {
        await using var run = await AgentRun.CreateAsync();
        run.Workplace.Configuration["auto_auth"]?["sink"]?[0]?["config"]?.AsObject().Remove("path");
        run.Workplace.Configuration["auto_auth"]?["sink"]?[0]?["config"]?.AsObject().Add("path", "/nowhere/token");

        Assert.Equal("VI0315", (await run.RunAsync()).Diagnostic?.Code);
    }

    [Fact]
    public async Task A14_Sidecar_EndsByTheQuitEndpointAndRevokesItsToken()
    {
        await using var run = await AgentRun.CreateAsync();
        using var client = run.RunAsSidecar();
        Own(run)["revoke_on_shutdown"] = true;
        var agent = run.RunAsync();
        await run.IsPublishedAsync("first");
        Assert.Contains("injector_agent_logged_in 1", await client.GetStringAsync(new Uri("/agent/v1/metrics", UriKind.Relative), Cancellation), StringComparison.Ordinal);

        using var answer = await client.PostAsync(new Uri("/agent/v1/quit", UriKind.Relative), null, Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(ExitCodes.Success, (await agent).ExitCode);
        Assert.Equal(1, run.Vault.Server.Journal.Count("auth/token/revoke-self"));
        Assert.Equal("first", run.Read("password"));
    }

    [Fact]
    public async Task T9_RevokedToken_LeadsToALoginWhenASecretIsRead()
    {
        await using var run = await AgentRun.CreateAsync();
        using var client = run.RunAsSidecar();
        run.Workplace.Configuration["template_config"] = new JsonObject { ["static_secret_render_interval"] = "200ms" };
        run.Workplace.Configuration["auto_auth"]?["method"]?.AsObject().Add("min_backoff", "100ms");
        var agent = run.RunAsync();
        await run.IsPublishedAsync("first");

        await run.Vault.Administrator.WriteAsync("auth/token/revoke", new JsonObject { ["token"] = run.ReadHome(".vault-token") }, Cancellation);
        await run.Vault.WriteSecretAsync("app", new JsonObject { ["password"] = "second" }, Cancellation);

        await run.IsPublishedAsync("second");
        Assert.Equal(2, run.Vault.Server.Journal.Count("auth/kubernetes/login"));
        using var answer = await client.PostAsync(new Uri("/agent/v1/quit", UriKind.Relative), null, Cancellation);
        Assert.Equal(ExitCodes.Success, (await agent).ExitCode);
    }

    [Fact]
    public async Task AppRole_LogsInWithASecretIdFromAFile()
    {
        await using var run = await AgentRun.CreateAsync();
        var administrator = run.Vault.Administrator;
        await administrator.WriteAsync("sys/auth/approle", new JsonObject { ["type"] = "approle" }, Cancellation);
        await administrator.WriteAsync("auth/approle/role/app", new JsonObject { ["token_policies"] = new JsonArray("app") }, Cancellation);
        var roleId = (await administrator.ReadAsync("auth/approle/role/app/role-id", Cancellation))?["role_id"]?.GetValue<string>() ?? "";
        var secretId = (await administrator.WriteAsync("auth/approle/role/app/secret-id", [], Cancellation))?["secret_id"]?.GetValue<string>() ?? "";
        await File.WriteAllTextAsync(Path.Combine(run.Workplace.Home, "role"), roleId, Cancellation);
        await File.WriteAllTextAsync(Path.Combine(run.Workplace.Home, "secret"), secretId, Cancellation);
        run.SetMethod("approle", ("role_id_file_path", Path.Combine(run.Workplace.Home, "role")), ("secret_id_file_path", Path.Combine(run.Workplace.Home, "secret")));

        var outcome = await run.RunAsync();

        Assert.True(outcome.ExitCode == ExitCodes.Success, run.Log);
        Assert.False(File.Exists(Path.Combine(run.Workplace.Home, "secret")));
    }

    [Fact]
    public async Task T8_TokenFile_IsUsedWithoutALogin()
    {
        await using var run = await AgentRun.CreateAsync();
        var path = Path.Combine(run.Workplace.Home, "given");
        await File.WriteAllTextAsync(path, run.Vault.Server.RootToken.Reveal(), Cancellation);
        run.SetMethod("token_file", ("token_file_path", path));

        var outcome = await run.RunAsync();

        Assert.True(outcome.ExitCode == ExitCodes.Success, run.Log);
        Assert.Equal("first", run.Read("password"));
        Assert.Equal(0, run.Vault.Server.Journal.Count("auth/kubernetes/login"));
    }

    [Fact]
    public async Task SupervisedProcess_GetsItsVariablesAndGivesItsExitCode()
    {
        await using var run = await AgentRun.CreateAsync();
        run.Workplace.Configuration.Remove("template");
        run.Workplace.Configuration["exit_after_auth"] = false;
        run.Workplace.Configuration["env_template"] = new JsonArray(new JsonObject
        {
            ["PASSWORD"] = new JsonObject { ["contents"] = """{{ with secret "kv/app" }}{{ .Data.data.password }}{{ end }}""" },
        });
        run.Workplace.Configuration["exec"] = new JsonObject { ["command"] = new JsonArray("/bin/sh", "-c", "test \"$PASSWORD\" = first && exit 7") };

        Assert.Equal(7, (await run.RunAsync()).ExitCode);
    }

    [Fact]
    public async Task SupervisedProcess_GivenAsOneText_IsALineOfTheShell()
    {
        await using var run = await AgentRun.CreateAsync();
        run.Workplace.Configuration.Remove("template");
        run.Workplace.Configuration["exit_after_auth"] = false;
        run.Workplace.Configuration["env_template"] = new JsonArray(new JsonObject { ["CODE"] = new JsonObject { ["contents"] = "9" } });
        run.Workplace.Configuration["exec"] = new JsonObject { ["command"] = new JsonArray("exit $CODE") };

        Assert.Equal(9, (await run.RunAsync()).ExitCode);
    }

    [Fact]
    public async Task SupervisedProcess_AppendsItsOutputsToTheFilesOfTheDocument()
    {
        await using var run = await AgentRun.CreateAsync();
        var (output, errors) = (Path.Combine(run.Workplace.Home, "out"), Path.Combine(run.Workplace.Home, "err"));
        await File.WriteAllTextAsync(output, "before\n", Cancellation);
        run.Workplace.Configuration.Remove("template");
        run.Workplace.Configuration["exit_after_auth"] = false;
        run.Workplace.Configuration["env_template"] = new JsonArray(new JsonObject { ["PASSWORD"] = new JsonObject { ["contents"] = "x" } });
        run.Workplace.Configuration["exec"] = new JsonObject
        {
            ["command"] = new JsonArray("/bin/sh", "-c", "echo said; echo complained >&2"),
            ["child_process_stdout"] = output,
            ["child_process_stderr"] = errors,
        };

        Assert.Equal(ExitCodes.Success, (await run.RunAsync()).ExitCode);

        Assert.Equal("before\nsaid\n", run.ReadHome("out"));
        Assert.Equal("complained\n", run.ReadHome("err"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(errors));
    }

    [Fact]
    public async Task SupervisedProcess_WithAnOutputThatCannotBeWritten_EndsAtTheStart()
    {
        await using var run = await AgentRun.CreateAsync();
        run.Workplace.Configuration.Remove("template");
        run.Workplace.Configuration["env_template"] = new JsonArray(new JsonObject { ["PASSWORD"] = new JsonObject { ["contents"] = "x" } });
        run.Workplace.Configuration["exec"] = new JsonObject { ["command"] = new JsonArray("/bin/true"), ["child_process_stdout"] = "/nowhere/out" };

        Assert.Equal("VI0326", (await run.RunAsync()).Diagnostic?.Code);
    }

    [Fact]
    public async Task UnknownSignals_EndAtTheStart()
    {
        await using var run = await AgentRun.CreateAsync();
        run.Workplace.Configuration["template"]?[0]?.AsObject().Add("exec", new JsonObject { ["command"] = new JsonArray("/bin/true"), ["kill_signal"] = "SIGNONE" });

        Assert.Equal("VI0313", (await run.RunAsync()).Diagnostic?.Code);

        run.Workplace.Configuration.Remove("template");
        run.Workplace.Configuration["env_template"] = new JsonArray(new JsonObject { ["PASSWORD"] = new JsonObject { ["contents"] = "x" } });
        run.Workplace.Configuration["exec"] = new JsonObject { ["command"] = new JsonArray("/bin/true"), ["restart_stop_signal"] = "SIGNONE" };

        Assert.Equal("VI0313", (await run.RunAsync()).Diagnostic?.Code);
    }

    [Fact]
    public async Task DeadServer_EndsTheStartPhaseWhenItsPatienceIsUsedUp()
    {
        await using var run = await AgentRun.CreateAsync();
        Own(run)["init_patience"] = "500ms";
        run.Vault.Server.Faults.Add(new FaultRule { Path = "auth/*", Effect = new FaultEffect.DropConnection() });

        var outcome = await run.RunAsync();

        Assert.Equal(ExitCodes.VaultUnreachable, outcome.ExitCode);
        Assert.Equal("VI0317", outcome.Diagnostic?.Code);
    }

    private static JsonObject Own(AgentRun run) => Assert.IsType<JsonObject>(run.Workplace.Configuration["injector"]);
}
