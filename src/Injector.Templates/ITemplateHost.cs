using System.Diagnostics.CodeAnalysis;
using Injector.Templates.Dependencies;
using Injector.Templates.Values;

namespace Injector.Templates;

/// <summary>Everything outside a template that it may ask for. The engine itself does no input or output.</summary>
public interface ITemplateHost
{
    /// <summary>The clock behind <c>timestamp</c> and the like.</summary>
    TimeProvider Time { get; }

    /// <summary>Gives the next random number, at least 0 and less than 1.</summary>
    Func<double> Chance { get; }

    /// <summary>Answers a dependency, or says that it is not there yet; rendering goes on with nothing in its place.</summary>
    /// <param name="dependency">What is asked for.</param>
    /// <param name="value">
    /// A secret (<see cref="SecretValue"/>), a certificate (<see cref="CertificateValue"/>), a <c>[]string</c> for lists, a <c>string</c> for files.
    /// The engine never changes it.
    /// </param>
    /// <returns>False when the answer is not known yet.</returns>
    bool TryGet(Dependency dependency, [NotNullWhen(true)] out Value? value);

    /// <summary>Looks up a variable of the environment that templates see.</summary>
    bool TryGetEnvironment(string name, [NotNullWhen(true)] out string? value);
}
