namespace Injector.Rendering.Publishing;

/// <summary>Where rendered output goes: files, or the variables of a supervised process.</summary>
internal interface IOutlet
{
    /// <summary>Takes output, each target once.</summary>
    IReadOnlyList<PublishedFile> Publish(IReadOnlyList<PendingFile> files);

    /// <summary>Takes output back. False when there was none.</summary>
    bool Withdraw(string destination);

    /// <summary>Removes what no reader can need any more.</summary>
    void Sweep();
}
