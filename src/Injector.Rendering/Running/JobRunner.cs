using Injector.Rendering.Dependencies;
using Injector.Rendering.Fetching;
using Injector.Templates.Dependencies;
using Injector.Vault.Login;

namespace Injector.Rendering.Running;

/// <summary>Makes the requests the core asks for.</summary>
internal sealed class JobRunner
{
    private readonly VaultFetcher _vault;
    private readonly CertificateFetcher _certificates;
    private readonly LocalFileFetcher _local;

    public JobRunner(VaultFetcher vault, CertificateFetcher certificates, LocalFileFetcher local)
    {
        _vault = vault;
        _certificates = certificates;
        _local = local;
    }

    /// <summary>Makes one request and says how the core has to take its answer.</summary>
    public async Task<Action<RenderingCore>> RunAsync(WatchJob job, CancellationToken cancellationToken)
    {
        if (job is { Renewal: { } target, Token: { } owner })
        {
            var renewed = await _vault.RenewAsync(target, owner, cancellationToken);
            return core => core.Accept(job, renewed);
        }

        var fetched = await FetchAsync(job, cancellationToken);
        return core => core.Accept(job, fetched);
    }

    /// <summary>Asks about a token and says how the core has to take the answer.</summary>
    public async Task<Action<RenderingCore>> CheckAsync(VaultToken token, CancellationToken cancellationToken)
    {
        var verdict = await _vault.CheckAsync(token, cancellationToken);
        return core => core.Accept(token, verdict);
    }

    private Task<Fetched> FetchAsync(WatchJob job, CancellationToken cancellationToken) => (job.Dependency, job.Token) switch
    {
        (FileContent file, _) => Task.FromResult(_local.Read(file.Path)),
        (VaultRead read, { } token) => _vault.ReadAsync(read, job.Known, token, cancellationToken),
        (VaultWrite write, { } token) => _vault.WriteAsync(write, token, cancellationToken),
        (VaultList list, { } token) => _vault.ListAsync(list, token, cancellationToken),
        (PkiCertificate certificate, { } token) => _certificates.FetchAsync(certificate, token, cancellationToken),
        _ => throw new InvalidOperationException($"No fetcher knows '{job.Dependency.GetType().Name}'."),
    };
}
