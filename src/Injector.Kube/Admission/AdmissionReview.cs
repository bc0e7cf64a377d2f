using System.Text.Json;

namespace Injector.Kube.Admission;

/// <summary>A decoded review. Owns the memory behind <see cref="Request"/>.</summary>
public sealed class AdmissionReview : IDisposable
{
    private readonly JsonDocument _document;

    internal AdmissionReview(JsonDocument document, AdmissionRequest request)
    {
        _document = document;
        Request = request;
    }

    /// <summary>The question.</summary>
    public AdmissionRequest Request { get; }

    /// <inheritdoc/>
    public void Dispose() => _document.Dispose();
}
