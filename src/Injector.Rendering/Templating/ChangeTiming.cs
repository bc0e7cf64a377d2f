namespace Injector.Rendering.Templating;

/// <summary>Whether a change is collected with others.</summary>
internal enum ChangeTiming
{
    /// <summary>Before the first publication: files are waited for.</summary>
    AtOnce,

    /// <summary>Afterwards: a template with a quiet time waits for it.</summary>
    Collected,
}
