using Injector.Contracts.Diagnostics;
using Injector.Rendering.Storage;

namespace Injector.Rendering.Publishing;

/// <summary>Turns a refusal of the system into the diagnostic for the file it hit.</summary>
internal static class FileFaults
{
    public static PublishedFile Failed(FileTarget target, FileOperationException fault, string volume) =>
        new(target, FileChange.Failed, Describe(target.Destination, fault, volume));

    public static Diagnostic Describe(string destination, FileOperationException fault, string volume) => fault.Fault switch
    {
        FileFault.NoSpace => Catalogue.Publishing.VolumeFull.For(destination, destination, volume),
        FileFault.Denied when fault.Operation == "change the owner of" =>
            Catalogue.Publishing.OwnerRefused.For(destination, destination, fault.Reason),
        FileFault.Denied or FileFault.ReadOnly => Catalogue.Publishing.AccessDenied.For(destination, destination, fault.Message),
        FileFault.InTheWay => Catalogue.Publishing.EntryInTheWay.For(destination, destination, fault.Message),
        _ => Catalogue.Publishing.WriteFailed.For(destination, destination, fault.Message),
    };
}
