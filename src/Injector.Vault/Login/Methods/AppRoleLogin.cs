using Injector.Contracts.Diagnostics;
using Injector.Contracts.Secrecy;
using Injector.Vault.Faults;

namespace Injector.Vault.Login.Methods;

/// <summary>Login with a role id and, mostly, a secret id, both from files; the secret id may be wrapped.</summary>
internal sealed class AppRoleLogin(LoginCall call, AppRoleFiles files, LoginContext context) : ILoginMethod, ICredentialWatch
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);
    private static readonly LoginSubject Subject = new("", "the AppRole of the agent");
    private SecretText? _secretId;
    private bool _isUnwrapping;

    public static AppRoleLogin Create(LoginCall call, MethodSettings settings, LoginContext context)
    {
        var removal = settings.Flag("remove_secret_id_file_after_reading", true) ? FileRemoval.Remove : FileRemoval.Keep;
        var secretId = settings.Optional("secret_id_file_path") is { } path ? new RemovableFile(path, removal, context.Log) : null;
        var roleId = new RemovableFile(settings.Required("role_id_file_path"), FileRemoval.Keep, context.Log);
        return new AppRoleLogin(call, new AppRoleFiles(roleId, secretId, settings.Optional("secret_id_response_wrapping_path")), context);
    }

    public async Task<LoginResult> LogInAsync(CancellationToken cancellationToken)
    {
        var (roleId, failure) = files.RoleId.Read();
        if (roleId is null)
        {
            return LoginResult.Failed(failure ?? Catalogue.Vault.CredentialMissing.For(files.RoleId.Path, files.RoleId.Path, "is empty"));
        }

        if (await ReadSecretIdAsync(cancellationToken) is { } refusal)
        {
            return refusal;
        }

        return await call.SendAsync(Subject, LoginBody.Of(("role_id", roleId.Reveal()), ("secret_id", _secretId?.Reveal())), cancellationToken);
    }

    public Task WaitForNewAsync(CancellationToken cancellationToken) =>
        FileWatch.WaitAsync(Period, context.Time, () => files.RoleId.HasNews() || files.SecretId?.HasNews() == true, cancellationToken);

    /// <returns>Why there is no secret id; null: there is one, or none is configured.</returns>
    private async Task<LoginResult?> ReadSecretIdAsync(CancellationToken cancellationToken)
    {
        // A wrapping token works once: only a new one is unwrapped, else the secret id it gave is used again. One that the server could not look at
        // is not used up: its file may be gone by now, so it is kept in mind.
        if (files.SecretId is not { } file || (files.WrappingPath is not null && _secretId is not null && !_isUnwrapping && !file.HasNews()))
        {
            return null;
        }

        var (text, failure) = file.Read();
        if (text is null)
        {
            return LoginResult.Failed(failure ?? Catalogue.Vault.CredentialMissing.For(file.Path, file.Path, "is empty"));
        }

        if (files.WrappingPath is not { } expected)
        {
            _secretId = text;
            return null;
        }

        _isUnwrapping = true;
        var refusal = await UnwrapAsync(text, expected, file.Path, cancellationToken);
        _isUnwrapping = refusal?.Fault is { IsTransient: true };
        return refusal;
    }

    private async Task<LoginResult?> UnwrapAsync(SecretText wrapping, string expected, string path, CancellationToken cancellationToken)
    {
        var lookup = await context.Client.SendAsync(VaultRequest.Write("sys/wrapping/lookup", null, LoginBody.Of(("token", wrapping.Reveal()))), cancellationToken);
        if (lookup.Fault is { } lookupFault)
        {
            return Refused(lookupFault);
        }

        // Somebody who replaced the file cannot have created his token at the role's own path.
        var origin = lookup.Data.Text("creation_path"u8) ?? "";
        if (origin != expected)
        {
            return LoginResult.Failed(Catalogue.Vault.WrappingPathDiffers.For(path, expected, origin));
        }

        var answer = await context.Client.SendAsync(VaultRequest.Write("sys/wrapping/unwrap", wrapping, default), cancellationToken);
        if (answer.Fault is { } fault)
        {
            return Refused(fault);
        }

        if (answer.Data.Text("secret_id"u8) is not { Length: > 0 } secretId)
        {
            return LoginResult.Failed(Catalogue.Vault.CredentialMissing.For(path, path, "leads to no secret_id"));
        }

        _secretId = new SecretText(secretId);
        return null;
    }

    private LoginResult Refused(VaultFault fault) => LoginResult.Failed(Catalogue.Vault.LoginRefused.For(call.Mount, Subject.ToString(), call.Mount, fault.Summary), fault);
}
