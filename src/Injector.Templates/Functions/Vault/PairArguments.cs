using Injector.Templates.Calling;
using Injector.Templates.Dependencies;
using Injector.Templates.Formatting;

namespace Injector.Templates.Functions.Vault;

/// <summary>Arguments of the form <c>key=value</c> after the path; empty ones are skipped, blanks around key and value do not count.</summary>
internal static class PairArguments
{
    /// <summary>Gets the parameters; null when the call has failed.</summary>
    public static DependencyParameters? Read(FunctionCall call)
    {
        var pairs = new List<KeyValuePair<string, string>>(call.Count);
        for (var i = 1; i < call.Count; i++)
        {
            var text = call.Text(i);
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            if (text.Length == 0)
            {
                continue;
            }

            if (equals < 0)
            {
                call.Fail("not k=v pair " + GoQuote.Quote(text));
                return null;
            }

            pairs.Add(KeyValuePair.Create(text[..equals].Trim(), text[(equals + 1)..].Trim()));
        }

        return DependencyParameters.Of(pairs);
    }
}
