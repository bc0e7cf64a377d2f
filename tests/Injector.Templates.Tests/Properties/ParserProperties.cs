using FsCheck;
using FsCheck.Fluent;

namespace Injector.Templates.Tests.Properties;

/// <summary>What holds for every text.</summary>
public sealed class ParserProperties
{
    private static readonly string[] Pieces =
    [
        "{{", "}}", "{{-", "-}}", " ", "\n", "if", "else", "end", "range", "with", "define", "block", "template", "break", "continue", "$x", "$", ":=", "=",
        "|", ",", "(", ")", ".", ".a", "\"s\"", "`r`", "'c'", "1", "1.5", "0x", "nil", "true", "print", "index", "len", "/*", "*/", "é", "\0", "😀", "text",
    ];

    [Fact]
    public void Parses_OrNamesAPlace() => Check.QuickThrowOnFailure(Prop.ForAll<string>(text => Holds(text ?? "")));

    [Fact]
    public void Parses_OrNamesAPlaceForTextsMadeOfTokens()
    {
        var texts = Gen.Elements(Pieces).ArrayOf().Select(string.Concat);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(texts.ToArbitrary(), Holds));
    }

    private static bool Holds(string text)
    {
        var result = Template.Parse(text, TemplateOptions.Default);
        if (result.Template is { } template)
        {
            template.Render(Rendered.Host());
            return result.Errors.Count == 0;
        }

        var first = result.Errors[0];
        return first.Line >= 1 && first.Column >= 0 && first.Message.StartsWith("template: :", StringComparison.Ordinal);
    }
}
