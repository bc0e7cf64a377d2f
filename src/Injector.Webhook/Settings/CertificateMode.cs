namespace Injector.Webhook.Settings;

/// <summary>Where the serving certificate comes from.</summary>
internal enum CertificateMode
{
    /// <summary>Own CA in a Secret; each replica signs its own certificate.</summary>
    Self,

    /// <summary>PEM files, read again when they change.</summary>
    Files,

    /// <summary>As <see cref="Files"/>; cert-manager writes them and maintains <c>caBundle</c>.</summary>
    CertManager,
}
