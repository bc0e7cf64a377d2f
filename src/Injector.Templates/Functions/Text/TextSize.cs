using System.Globalization;
using Injector.Templates.Calling;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Text;

/// <summary>The bound on texts that functions make: a template must not be able to fill the memory with one call.</summary>
internal static class TextSize
{
    public static bool Exceeds(FunctionCall call, long bytes) => bytes > call.Scope.Limits.OutputBytes || bytes < 0;

    public static Value Fail(FunctionCall call) => call.Fail(string.Create(
        CultureInfo.InvariantCulture, $"the text would be longer than the limit of {call.Scope.Limits.OutputBytes} bytes"));
}
