using System.Diagnostics.CodeAnalysis;
using Injector.Templates.Dependencies;
using Injector.Templates.Values;

namespace Injector.Templates.Checking;

/// <summary>A host that answers from recorded data; what was not recorded is missing.</summary>
public sealed class RecordedHost : ITemplateHost
{
    private readonly Dictionary<Dependency, Value> _answers = [];
    private readonly Dictionary<string, Value> _certificates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _environment = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public required TimeProvider Time { get; init; }

    /// <inheritdoc/>
    public required Func<double> Chance { get; init; }

    /// <summary>Records an answer.</summary>
    public void Add(Dependency dependency, Value value) => _answers[dependency] = value;

    /// <summary>Records a certificate that is issued whatever the parameters are.</summary>
    public void AddCertificate(string path, CertificateValue certificate) => _certificates[path] = certificate;

    /// <summary>Records a variable of the environment.</summary>
    public void AddEnvironment(string name, string value) => _environment[name] = value;

    /// <inheritdoc/>
    public bool TryGet(Dependency dependency, [NotNullWhen(true)] out Value? value) => dependency switch
    {
        PkiCertificate certificate => _certificates.TryGetValue(certificate.Path, out value),

        // As in a file system, different ways to the same file find the same file.
        FileContent file when !file.Path.Contains('\0', StringComparison.Ordinal) => _answers.TryGetValue(new FileContent(Path.GetFullPath(file.Path)), out value),
        _ => _answers.TryGetValue(dependency, out value),
    };

    /// <inheritdoc/>
    public bool TryGetEnvironment(string name, [NotNullWhen(true)] out string? value) => _environment.TryGetValue(name, out value);
}
