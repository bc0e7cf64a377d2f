namespace Injector.Templates.Dependencies;

/// <summary>A certificate that is issued, kept in the destination file and issued again before it ends: <c>pkiCert "path" "key=value" …</c>.</summary>
/// <param name="Path">The path of the issuing endpoint, without blanks and slashes around it.</param>
/// <param name="Parameters">The parameters of the request.</param>
/// <param name="Destination">The file the template is rendered to; an existing certificate in it is used while it is valid.</param>
public sealed record PkiCertificate(string Path, DependencyParameters Parameters, string Destination) : Dependency
{
    /// <inheritdoc/>
    public override string Name => $"vault.pki({Path}->{Destination})";
}
