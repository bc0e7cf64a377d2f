using FsCheck;
using FsCheck.Fluent;
using Injector.Templates.Formatting;
using Injector.Templates.Values;

namespace Injector.Templates.Tests.Properties;

/// <summary>What holds for every value.</summary>
public sealed class FormattingProperties
{
    private static readonly string[] Formats = ["%v", "%+v", "%#v", "%T", "%s", "%q", "%x", "%d", "%08.3f", "%-10v|", "%c", "%U", "%e", "%t", "%p", "%z", "% x", "%#q"];

    [Fact]
    public void Never_Throws() => Check.QuickThrowOnFailure(Prop.ForAll(ValueGenerator.Any, FormatsAll));

    [Fact]
    public void Never_ChangesItsInput() => Check.QuickThrowOnFailure(Prop.ForAll(ValueGenerator.Any, LeavesInputAlone));

    [Fact]
    public void Reads_BackEveryFloat() => Check.QuickThrowOnFailure(Prop.ForAll<double>(ReadsBack));

    [Fact]
    public void Rounds_AsTheFrameworkDoesAwayFromTies() => Check.QuickThrowOnFailure(Prop.ForAll<double>(RoundsAlike));

    private static bool FormatsAll(Value value) => Array.TrueForAll(Formats, format => GoPrint.Format(format, value).Length >= 0);

    private static bool LeavesInputAlone(Value value)
    {
        var before = GoPrint.Format("%#v", value);
        var template = Template.Parse("{{.}}{{range .}}{{.}}{{end}}{{with .}}{{print . .}}{{end}}", TemplateOptions.Default).Template;

        template?.Render(Rendered.Host(), value);

        return GoPrint.Format("%#v", value) == before;
    }

    private static bool ReadsBack(double number)
    {
        var text = GoPrint.Format("%v", new FloatValue(number)).Replace("+Inf", "Infinity", StringComparison.Ordinal).Replace("-Inf", "-Infinity", StringComparison.Ordinal);
        return double.Parse(text, System.Globalization.CultureInfo.InvariantCulture).Equals(number);
    }

    private static bool RoundsAlike(double number)
    {
        if (!double.IsFinite(number))
        {
            return true;
        }

        var mine = double.Parse(GoPrint.Format("%.17e", new FloatValue(number)), System.Globalization.CultureInfo.InvariantCulture);
        return mine.Equals(number);
    }
}
