namespace Injector.Sandbox.Pods.Isolation;

/// <summary>Looks for a program as <c>execvp</c> does.</summary>
internal static class ProgramSearch
{
    public static bool Finds(string program, string searchPath, Func<string, bool> exists) => program.Contains('/', StringComparison.Ordinal)
        ? exists(program)
        : searchPath.Split(':', StringSplitOptions.RemoveEmptyEntries).Any(folder => exists($"{folder.TrimEnd('/')}/{program}"));
}
