namespace Injector.Cli.Demo;

/// <summary>How the binaries under demonstration were built.</summary>
internal enum BinaryKind
{
    /// <summary>As shipped.</summary>
    NativeAot,

    /// <summary>On the .NET runtime: works the same, but timings and memory are not the product's.</summary>
    FrameworkDependent,
}
