using System.Globalization;
using Injector.Contracts.Diagnostics;
using Injector.Templates.Calling;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Text;

/// <summary>The bound on texts that functions make: a template must not be able to fill the memory with one call.</summary>
internal static class TextSize
{
    public static bool Exceeds(FunctionCall call, long bytes) => bytes > call.Scope.Limits.OutputBytes || bytes < 0;

    public static Value Fail(FunctionCall call) => call.Fail(Problem(call.Scope.Limits.OutputBytes), Catalogue.Templates.OutputLimit);

    /// <summary>What to say when a text would be longer than <paramref name="limit"/>.</summary>
    public static string Problem(int limit) =>
        string.Create(CultureInfo.InvariantCulture, $"the text would be longer than the limit of {limit} bytes");
}
