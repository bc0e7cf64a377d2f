using System.Diagnostics.CodeAnalysis;
using Injector.Templates.Builtins;
using Injector.Templates.Functions;

namespace Injector.Templates.Calling;

/// <summary>Every function a template can name.</summary>
internal static class FunctionTable
{
    // A plain dictionary: filling it takes microseconds, freezing it would take longer than the agent's first rendering.
    private static readonly Lazy<Dictionary<string, FunctionDefinition>> ByName = new(Collect);

    public static IReadOnlyCollection<FunctionDefinition> All => ByName.Value.Values;

    public static bool TryFind(string name, [NotNullWhen(true)] out FunctionDefinition? function) => ByName.Value.TryGetValue(name, out function);

    private static Dictionary<string, FunctionDefinition> Collect()
    {
        var byName = new Dictionary<string, FunctionDefinition>(320, StringComparer.Ordinal);
        foreach (var group in BuiltinFunctions.Groups.Concat(FunctionLibrary.Groups))
        {
            foreach (var function in group)
            {
                byName.Add(function.Name, function);
            }
        }

        return byName;
    }
}
