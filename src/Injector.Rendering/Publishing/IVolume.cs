namespace Injector.Rendering.Publishing;

/// <summary>A volume with its way of changing files.</summary>
internal interface IVolume
{
    /// <summary>Publishes the files, each with its own result, in the order given.</summary>
    IReadOnlyList<PublishedFile> Publish(IReadOnlyList<PlacedFile> files);

    /// <summary>Removes a file from view. False when there was none.</summary>
    bool Withdraw(DestinationPath path);

    /// <summary>Removes what earlier publications left behind and no reader can need any more.</summary>
    void Sweep();
}
