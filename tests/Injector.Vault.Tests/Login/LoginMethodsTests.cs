using System.Text;
using Injector.Contracts.Agent.Configuration;
using Injector.TestKit;
using Injector.TestKit.Logging;
using Injector.Vault.Connection;
using Injector.Vault.Login;
using Injector.Vault.Tests.Fakes;

namespace Injector.Vault.Tests.Login;

/// <summary>agent.md §3.2: what each method reads and sends.</summary>
public sealed class LoginMethodsTests : IDisposable
{
    private readonly ScriptedVault _vault = new() { Answer = request => ScriptedVault.Token(request, "hvs.new", 3600) };
    private readonly MemoryLog _log = new();
    private readonly TemporaryFolder _folder = new();
    private readonly List<VaultConnectionSettings> _opened = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Kubernetes_SendsRoleAndTokenToTheMount()
    {
        var method = Create("kubernetes", "auth/k8s-west/", ("role", "app"), ("token_path", Write("token", "jwt-1\n")));

        var result = await method.LogInAsync(Cancellation);

        var request = Assert.Single(_vault.Requests);
        Assert.Equal("auth/k8s-west/login", request.Path);
        Assert.Equal("""{"role":"app","jwt":"jwt-1"}""", Encoding.UTF8.GetString(request.Body.Span));
        Assert.Equal("hvs.new", result.Token?.Value.Reveal());
        Assert.Equal(TimeSpan.FromHours(1), result.Token?.Duration);
    }

    [Fact]
    public async Task A2_Kubernetes_ReadsTheRotatedTokenForEveryLogin()
    {
        var method = Create("kubernetes", null, ("role", "app"), ("token_path", Write("token", "jwt-1")));
        await method.LogInAsync(Cancellation);
        Write("token", "jwt-2");

        await method.LogInAsync(Cancellation);

        Assert.Equal(["jwt-1", "jwt-2"], _vault.Requests.Select(request => ScriptedVault.Member(request, "jwt")));
        Assert.Equal("auth/kubernetes/login", _vault.Requests[0].Path);
    }

    [Theory]
    [InlineData(null, "does not exist")]
    [InlineData("  \n", "is empty")]
    public async Task Kubernetes_WithoutToken_NamesTheFile(string? content, string reason)
    {
        var path = content is null ? _folder.PathOf("missing") : Write("token", content);

        var result = await Create("kubernetes", null, ("role", "app"), ("token_path", path)).LogInAsync(Cancellation);

        Assert.Equal($"VI0415 The credential file '{path}' {reason}. Check the volume that provides it and the path in the login's settings.", result.Failure?.ToString());
        Assert.Empty(_vault.Requests);
    }

    [Fact]
    public async Task RefusedLogin_NamesRoleAccountAndMountAndNeverTheToken()
    {
        var claims = Convert.ToBase64String("""{"sub":"system:serviceaccount:shop:web"}"""u8).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        _vault.Answer = request => ScriptedVault.Json(request, 403, """{"errors":["namespace not authorized"]}""");

        var result = await Create("kubernetes", null, ("role", "app"), ("token_path", Write("token", $"aaa.{claims}.bbb"))).LogInAsync(Cancellation);

        Assert.Equal(
            "Vault refused the login of role 'app' as ServiceAccount 'web' in namespace 'shop' at mount 'auth/kubernetes': PUT auth/kubernetes/login: 403 namespace not authorized.",
            result.Failure?.Message);
        Assert.DoesNotContain("aaa", result.Failure?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ServerError_IsNotARefusal()
    {
        _vault.Answer = request => ScriptedVault.Json(request, 500, """{"errors":["lookup failed"]}""");

        var result = await Create("kubernetes", null, ("role", "app"), ("token_path", Write("token", "jwt"))).LogInAsync(Cancellation);

        Assert.Equal("VI0411", result.Failure?.Code);
        Assert.True(result.Fault?.IsTransient);
    }

    [Theory]
    [InlineData("""{"data":{}}""")]
    [InlineData("""{"auth":{"client_token":""}}""")]
    [InlineData("""{"auth":{"client_token":"hvs.a\nb"}}""")]
    [InlineData("""{"auth":{"client_token":"hvs.é"}}""")]
    public async Task AnswerWithoutToken_IsAFault(string json)
    {
        _vault.Answer = request => ScriptedVault.Json(request, 200, json);

        Assert.Equal("VI0414", (await Create("kubernetes", null, ("role", "app"), ("token_path", Write("token", "jwt"))).LogInAsync(Cancellation)).Failure?.Code);
    }

    [Fact]
    public async Task EndlessFile_IsNotRead() =>
        Assert.Equal("VI0415", (await Create("kubernetes", null, ("role", "app"), ("token_path", "/dev/zero")).LogInAsync(Cancellation)).Failure?.Code);

    [Theory]
    [InlineData(70_000, "is larger than a credential can be")]
    [InlineData(0, "is empty")]
    [InlineData(-1, "does not exist")]
    public async Task LinkedFile_IsMeasuredInPlaceOfItsLink(int length, string reason)
    {
        var target = length < 0 ? _folder.PathOf("missing") : Write("target", new string('x', length));
        File.CreateSymbolicLink(_folder.PathOf("link"), target);

        var result = await Create("kubernetes", null, ("role", "app"), ("token_path", _folder.PathOf("link"))).LogInAsync(Cancellation);

        Assert.Contains($"link' {reason}.", result.Failure?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Jwt_RemovesTheFileAndKeepsItsContent()
    {
        var path = Write("jwt", "jwt-1\n");
        var method = Create("jwt", null, ("role", "app"), ("path", path));

        await method.LogInAsync(Cancellation);
        await method.LogInAsync(Cancellation);

        Assert.False(File.Exists(path));
        Assert.Equal(["jwt-1", "jwt-1"], _vault.Requests.Select(request => ScriptedVault.Member(request, "jwt")));
    }

    [Fact]
    public async Task Jwt_KeepsTheFileWhenAskedTo()
    {
        var path = Write("jwt", "jwt-1");

        await Create("jwt", null, ("role", "app"), ("path", path), ("remove_jwt_after_reading", "false")).LogInAsync(Cancellation);

        Assert.True(File.Exists(path));
    }

    [Theory]
    [InlineData("false", true, false)]
    [InlineData("true", false, true)]
    public async Task Jwt_RemovesLinkOrTarget(string follows, bool targetStays, bool linkStays)
    {
        var target = Write("target", "jwt-1");
        var link = _folder.PathOf("link");
        File.CreateSymbolicLink(link, target);

        await Create("jwt", null, ("role", "app"), ("path", link), ("remove_jwt_follows_symlinks", follows)).LogInAsync(Cancellation);

        Assert.Equal(targetStays, File.Exists(target));
        Assert.Equal(linkStays, new FileInfo(link).LinkTarget is not null);
    }

    [Fact]
    public async Task Jwt_WatchSeesANewToken()
    {
        var path = Write("jwt", "jwt-1");
        var method = Create("jwt", null, ("role", "app"), ("path", path), ("remove_jwt_after_reading", "false"));
        await method.LogInAsync(Cancellation);
        Write("jwt", "jwt-2");

        await Assert.IsType<ICredentialWatch>(method, exactMatch: false).WaitForNewAsync(Cancellation);
    }

    [Fact]
    public async Task AppRole_SendsBothIds()
    {
        var method = Create("approle", null, ("role_id_file_path", Write("role", "r-1\n")), ("secret_id_file_path", Write("secret", "s-1\n")));

        await method.LogInAsync(Cancellation);
        await method.LogInAsync(Cancellation);

        Assert.All(_vault.Requests, request => Assert.Equal("""{"role_id":"r-1","secret_id":"s-1"}""", Encoding.UTF8.GetString(request.Body.Span)));
        Assert.False(File.Exists(_folder.PathOf("secret")));
    }

    [Fact]
    public async Task AppRole_WithoutSecretId_SendsTheRoleIdOnly()
    {
        await Create("approle", null, ("role_id_file_path", Write("role", "r-1"))).LogInAsync(Cancellation);

        Assert.Equal("""{"role_id":"r-1"}""", Encoding.UTF8.GetString(_vault.Requests[0].Body.Span));
    }

    [Fact]
    public async Task AppRole_UnwrapsItsSecretIdOnce()
    {
        ScriptWrapping("auth/approle/role/app/secret-id");
        var method = CreateWrapped();

        await method.LogInAsync(Cancellation);
        await method.LogInAsync(Cancellation);

        Assert.Equal(1, _vault.Count("sys/wrapping/unwrap"));
        Assert.Equal("wrap-1", _vault.Requests.Single(request => request.Path == "sys/wrapping/unwrap").Token?.Reveal());
        Assert.All(_vault.Requests.Where(request => request.Path == "auth/approle/login"), request => Assert.Equal("s-9", ScriptedVault.Member(request, "secret_id")));
    }

    [Fact]
    public async Task AppRole_UnwrapsANewWrappingToken_ThatTheServerCouldNotLookAtFirst()
    {
        ScriptWrapping("auth/approle/role/app/secret-id");
        var method = CreateWrapped();
        await method.LogInAsync(Cancellation);
        Write("secret", "wrap-2");
        var script = _vault.Answer;
        _vault.Answer = request => ScriptedVault.Json(request, 503, """{"errors":["sealed"]}""");
        await method.LogInAsync(Cancellation);
        _vault.Answer = script;

        await method.LogInAsync(Cancellation);

        Assert.Equal(["wrap-1", "wrap-2"], _vault.Requests.Where(request => request.Path == "sys/wrapping/unwrap").Select(request => request.Token?.Reveal()));
    }

    [Fact]
    public async Task AppRole_WrappedSomewhereElse_IsASecurityFault()
    {
        ScriptWrapping("sys/wrapping/wrap");

        var result = await CreateWrapped().LogInAsync(Cancellation);

        Assert.Equal("VI0416", result.Failure?.Code);
        Assert.Equal(0, _vault.Count("sys/wrapping/unwrap"));
    }

    [Fact]
    public async Task Certificate_SendsItsNameOrNothing()
    {
        await Create("cert", null, ("name", "web"), ("client_cert", "/c.pem"), ("client_key", "/k.pem")).LogInAsync(Cancellation);
        await Create("cert", null, ("client_cert", "/c.pem"), ("client_key", "/k.pem")).LogInAsync(Cancellation);

        Assert.Equal(["""{"name":"web"}""", "{}"], _vault.Requests.Select(request => Encoding.UTF8.GetString(request.Body.Span)));
        Assert.Equal("/c.pem", _opened[0].Tls.ClientCertificateFile);
    }

    [Fact]
    public async Task TokenFile_IsCheckedWithALookup()
    {
        _vault.Answer = request => ScriptedVault.Json(request, 200, """{"data":{"ttl":1200,"renewable":true,"accessor":"acc"}}""");

        var result = await Create("token_file", null, ("token_file_path", Write("token", "hvs.file\n"))).LogInAsync(Cancellation);

        Assert.Equal("auth/token/lookup-self", _vault.Requests[0].Path);
        Assert.Equal("hvs.file", result.Token?.Value.Reveal());
        Assert.Equal((TimeSpan.FromMinutes(20), true, "acc"), (result.Token?.Duration, result.Token?.Renewable, result.Token?.Accessor));
    }

    [Theory]
    [InlineData("""{"data":{"ttl":0,"expire_time":null}}""", 0)]
    [InlineData("""{"data":{"ttl":0,"expire_time":"2026-01-01T00:00:00Z"}}""", 1)]
    public async Task TokenFile_InItsLastSecond_IsNotTakenForOneThatNeverExpires(string answer, int seconds)
    {
        _vault.Answer = request => ScriptedVault.Json(request, 200, answer);

        var result = await Create("token_file", null, ("token_file_path", Write("token", "hvs.file"))).LogInAsync(Cancellation);

        Assert.Equal(TimeSpan.FromSeconds(seconds), result.Token?.Duration);
    }

    [Theory]
    [InlineData("aws", "VI0417")]
    [InlineData("kerberos", "VI0417")]
    [InlineData("kubernetes", "VI0418")]
    [InlineData("jwt", "VI0418", "VI0418")]
    [InlineData("approle", "VI0418")]
    [InlineData("cert", "VI0418")]
    [InlineData("token_file", "VI0418")]
    public void MissingSettings_AreReportedAtTheStart(string type, params string[] codes)
    {
        var (method, diagnostics) = LoginMethods.Create(new AuthMethod { Type = type }, Context());

        Assert.Null(method);
        Assert.Equal(codes, diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void WrongFlag_IsReported()
    {
        var settings = new AuthMethod { Type = "jwt", Config = new Dictionary<string, string> { ["role"] = "r", ["path"] = "/p", ["remove_jwt_after_reading"] = "maybe" } };

        Assert.Equal("VI0419", Assert.Single(LoginMethods.Create(settings, Context()).Diagnostics).Code);
    }

    [Fact]
    public async Task WrappedLogin_GivesTheWrapInfo()
    {
        _vault.Answer = request => ScriptedVault.Json(request, 200, """{"wrap_info":{"token":"hvs.wrap","ttl":300},"auth":null}""");
        var settings = new AuthMethod
        {
            Type = "kubernetes",
            WrapTtl = "5m",
            Config = new Dictionary<string, string> { ["role"] = "app", ["token_path"] = Write("token", "jwt") },
        };
        var (method, _) = LoginMethods.Create(settings, Context());

        var result = await Assert.IsType<ILoginMethod>(method, exactMatch: false).LogInAsync(Cancellation);

        Assert.Equal("""{"token":"hvs.wrap","ttl":300}""", result.Wrapped?.Reveal());
        Assert.Equal(TimeSpan.FromMinutes(5), _vault.Requests[0].WrapTtl);
    }

    public void Dispose() => _folder.Dispose();

    private ILoginMethod CreateWrapped() => Create(
        "approle",
        null,
        ("role_id_file_path", Write("role", "r-1")),
        ("secret_id_file_path", Write("secret", "wrap-1")),
        ("secret_id_response_wrapping_path", "auth/approle/role/app/secret-id"));

    [Fact]
    public void UnknownSetting_IsWarnedAboutOnce()
    {
        Create("kubernetes", null, ("role", "app"), ("tokenpath", "/t"));

        var line = Assert.Single(_log.Lines);
        Assert.Contains("VI0426", line, StringComparison.Ordinal);
        Assert.Contains("'tokenpath'", line, StringComparison.Ordinal);
    }

    private void ScriptWrapping(string origin) => _vault.Answer = request => request.Path switch
    {
        "sys/wrapping/lookup" => ScriptedVault.Json(request, 200, $$$"""{"data":{"creation_path":"{{{origin}}}"} }"""),
        "sys/wrapping/unwrap" => ScriptedVault.Json(request, 200, """{"data":{"secret_id":"s-9"}}"""),
        _ => ScriptedVault.Token(request, "t", 3600),
    };

    private ILoginMethod Create(string type, string? mount, params (string Key, string Value)[] config)
    {
        var settings = new AuthMethod { Type = type, MountPath = mount, Config = config.ToDictionary(pair => pair.Key, pair => pair.Value) };
        var (method, diagnostics) = LoginMethods.Create(settings, Context());
        Assert.Empty(diagnostics);
        return method ?? throw new InvalidOperationException("No method.");
    }

    private LoginContext Context() => new(_vault, new VaultConnectionSettings(), Open, TimeProvider.System, _log);

    private ScriptedVault Open(VaultConnectionSettings settings)
    {
        _opened.Add(settings);
        return _vault;
    }

    private string Write(string name, string content)
    {
        var path = _folder.PathOf(name);
        File.WriteAllText(path, content);
        return path;
    }
}
