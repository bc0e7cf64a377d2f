using Injector.Kube.Admission;

namespace Injector.Webhook.Admission;

/// <summary>Decides about the objects of one path.</summary>
internal interface IReviewer
{
    /// <summary>What is decided about.</summary>
    ReviewSubject Subject { get; }

    /// <summary>Largest body this path takes.</summary>
    int MaxBodyBytes { get; }

    /// <summary>Decides; pure and synchronous.</summary>
    ReviewOutcome Review(AdmissionRequest request);
}
