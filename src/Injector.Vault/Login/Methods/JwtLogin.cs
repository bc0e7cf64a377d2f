using Injector.Contracts.Diagnostics;

namespace Injector.Vault.Login.Methods;

/// <summary>Login with a JWT from a file that somebody else renews.</summary>
internal sealed class JwtLogin(LoginCall call, string role, RemovableFile file, TimeSpan period, TimeProvider time) : ILoginMethod, ICredentialWatch
{
    private static readonly TimeSpan PeriodWhenRemoving = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan PeriodWhenKeeping = TimeSpan.FromMinutes(1);

    public static JwtLogin Create(LoginCall call, MethodSettings settings, LoginContext context)
    {
        var removes = settings.Flag("remove_jwt_after_reading", true);
        var follows = settings.Flag("remove_jwt_follows_symlinks", false);
        var removal = (removes, follows) switch
        {
            (false, _) => FileRemoval.Keep,
            (true, true) => FileRemoval.RemoveTarget,
            _ => FileRemoval.Remove,
        };
        var period = settings.Duration("jwt_read_period", removes ? PeriodWhenRemoving : PeriodWhenKeeping);
        return new JwtLogin(call, settings.Required("role"), new RemovableFile(settings.Required("path"), removal, context.Log), period, context.Time);
    }

    public async Task<LoginResult> LogInAsync(CancellationToken cancellationToken)
    {
        var (jwt, failure) = file.Read();
        return jwt is null
            ? LoginResult.Failed(failure ?? Catalogue.Vault.CredentialMissing.For(file.Path, file.Path, "is empty"))
            : await call.SendAsync(LoginSubject.OfJwt(role, jwt), LoginBody.Of(("role", role), ("jwt", jwt.Reveal())), cancellationToken);
    }

    public Task WaitForNewAsync(CancellationToken cancellationToken) => FileWatch.WaitAsync(period, time, file.HasNews, cancellationToken);
}
