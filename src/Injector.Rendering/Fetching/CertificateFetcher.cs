using System.Security.Cryptography;
using System.Text;
using Injector.Contracts.Secrecy;
using Injector.Rendering.Leases;
using Injector.Rendering.Storage;
using Injector.Templates.Dependencies;
using Injector.Templates.Values;
using Injector.Vault;
using Injector.Vault.Login;

namespace Injector.Rendering.Fetching;

/// <summary>
/// Certificates of <c>pkiCert</c>: the one in the destination file is used while it is valid long enough, so that a restart issues none;
/// key and chain always come from the same issue.
/// </summary>
internal sealed class CertificateFetcher
{
    private readonly VaultFetcher _vault;
    private readonly IFileSystem _files;
    private readonly RefreshSettings _settings;
    private readonly TimeProvider _time;

    public CertificateFetcher(VaultFetcher vault, IFileSystem files, RefreshSettings settings, TimeProvider time)
    {
        _vault = vault;
        _files = files;
        _settings = settings;
        _time = time;
    }

    public async Task<Fetched> FetchAsync(PkiCertificate certificate, VaultToken token, CancellationToken cancellationToken)
    {
        if (Existing(certificate.Destination) is { } existing && TimeLeft(existing) is { Ticks: > 0 } left)
        {
            return Accept(existing, left);
        }

        var answer = await _vault.WriteAsync(certificate.Path, certificate.Parameters, token.Value, cancellationToken);
        if (answer.Fault is { } fault)
        {
            return Fetched.Failed(FetchFault.Of(fault));
        }

        var issued = PemBundle.FromAnswer(answer);
        if (issued is null)
        {
            return Fetched.Failed(FetchFault.Gone("PUT " + certificate.Path, "the answer holds no certificate"));
        }

        var fetched = Accept(issued, TimeLeft(issued) is { Ticks: > 0 } life ? life : _settings.StaticInterval);
        answer.Erase();
        return fetched;
    }

    private PemBundle? Existing(string destination)
    {
        try
        {
            var content = _files.ReadFile(destination);
            var bundle = PemBundle.FromFile(Encoding.UTF8.GetString(content));
            CryptographicOperations.ZeroMemory(content);
            return bundle;
        }
        catch (FileOperationException)
        {
            return null;
        }
    }

    private TimeSpan TimeLeft(PemBundle bundle) =>
        bundle.NotBefore + ((bundle.NotAfter - bundle.NotBefore) * _settings.Threshold) - _time.GetUtcNow();

    private static Fetched Accept(PemBundle bundle, TimeSpan after) => new()
    {
        Value = bundle.ToValue(),
        Fingerprint = Fingerprint.Of(Encoding.UTF8.GetBytes(bundle.Certificate)),
        Plan = FetchPlan.ReadAfter(after),
    };
}
