using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Injector.Templates.Builtins;
using Injector.Templates.Functions;

namespace Injector.Templates.Calling;

/// <summary>
/// Every function a template can name. Most templates name a few: groups are made in their order until a name is found, and what was found is
/// kept, since making all of them would take a third of the time that a first template takes.
/// </summary>
internal static class FunctionTable
{
    private static readonly ConcurrentDictionary<string, FunctionDefinition> Found = new(StringComparer.Ordinal);

    public static IEnumerable<FunctionDefinition> All => Groups.SelectMany(static group => group);

    private static IEnumerable<FunctionDefinition[]> Groups => BuiltinFunctions.Groups.Concat(FunctionLibrary.Groups);

    public static bool TryFind(string name, [NotNullWhen(true)] out FunctionDefinition? function)
    {
        if (!Found.TryGetValue(name, out function))
        {
            function = Find(name);
            if (function is not null)
            {
                Found[name] = function;
            }
        }

        return function is not null;
    }

    private static FunctionDefinition? Find(string name)
    {
        foreach (var group in Groups)
        {
            foreach (var function in group)
            {
                if (function.Name == name)
                {
                    return function;
                }
            }
        }

        return null;
    }
}
