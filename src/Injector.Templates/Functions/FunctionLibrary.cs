using Injector.Templates.Calling;

namespace Injector.Templates.Functions;

/// <summary>The functions of consul-template and sprig, in groups.</summary>
internal static class FunctionLibrary
{
    /// <summary>The groups; each is a static array of its class.</summary>
    public static IEnumerable<FunctionDefinition[]> Groups => [];
}
