using Injector.Templates.Values;

namespace Injector.Templates.Calling;

/// <summary>Finds functions by name and puts a refusing one in the place of those that the options deny.</summary>
internal sealed class FunctionResolver(TemplateOptions options)
{
    public bool TryFind(string name, out FunctionDefinition function)
    {
        if (!FunctionTable.TryFind(name, out var found))
        {
            function = Denied(name);
            return false;
        }

        function = !found.Traits.HasFlag(FunctionTraits.BuiltIn) && IsDenied(name) ? Denied(name) : found;
        return true;
    }

    private bool IsDenied(string name)
    {
        foreach (var pattern in options.DeniedFunctions)
        {
            if (Matches(pattern, name))
            {
                return true;
            }
        }

        return false;
    }

    private static FunctionDefinition Denied(string name) =>
        FunctionDefinition.Variadic(name, [GoType.String], GoType.String, static call => call.Fail("function is disabled"));

    // '*' stands for any text; the last star is tried again one character further when the rest does not fit.
    private static bool Matches(string pattern, string name)
    {
        var (star, resume) = (-1, 0);
        var (p, n) = (0, 0);
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                (star, resume) = (p++, n);
            }
            else if (p < pattern.Length && pattern[p] == name[n])
            {
                p++;
                n++;
            }
            else if (star >= 0)
            {
                (p, n) = (star + 1, ++resume);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(p).TrimStart('*').IsEmpty;
    }
}
