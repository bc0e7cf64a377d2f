using System.Text;

namespace Injector.Sandbox.Pods.Environments;

/// <summary>Replaces <c>$(NAME)</c> as the kubelet does: unknown names stay as they are, <c>$$</c> stands for <c>$</c>.</summary>
internal static class VariableExpansion
{
    public static string Expand(string text, IReadOnlyDictionary<string, string> variables)
    {
        if (!text.Contains('$', StringComparison.Ordinal))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var next = index + 1 < text.Length ? text[index + 1] : '\0';
            if (text[index] != '$' || next is not ('$' or '('))
            {
                result.Append(text[index]);
                continue;
            }

            if (next == '$')
            {
                result.Append('$');
                index++;
                continue;
            }

            var end = text.IndexOf(')', index + 2);
            if (end < 0)
            {
                result.Append(text, index, text.Length - index);
                break;
            }

            var name = text[(index + 2)..end];
            result.Append(variables.TryGetValue(name, out var value) ? value : text[index..(end + 1)]);
            index = end;
        }

        return result.ToString();
    }
}
