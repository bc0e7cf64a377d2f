using Injector.Contracts.Diagnostics;
using Injector.Rendering.Leases;
using Injector.Rendering.Storage;
using Injector.Templates.Values;

namespace Injector.Rendering.Fetching;

/// <summary>Reads the local files templates ask for.</summary>
internal sealed class LocalFileFetcher
{
    /// <summary>How often a local file is looked at.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly IFileSystem _files;

    public LocalFileFetcher(IFileSystem files) => _files = files;

    public Fetched Read(string path)
    {
        try
        {
            var content = _files.ReadFile(path);
            return new Fetched
            {
                // Bytes, not text: a file need not be UTF-8.
                Value = new StringValue(content),
                Fingerprint = Fingerprint.Of(content),
                Plan = FetchPlan.ReadAfter(Interval),
            };
        }
        catch (FileOperationException fault)
        {
            return Fetched.Failed(new FetchFault(
                Catalogue.Publishing.LocalFileUnreadable.For(path, path, fault.Reason),
                FaultPersistence.Lasting));
        }
    }
}
