using Spectre.Console;

namespace Injector.Cli.Demo;

/// <summary>What the demo says: numbered steps with their findings, in colour on a terminal and as plain lines in a pipe.</summary>
internal sealed class DemoConsole
{
    // Wide enough that no line of ours is ever wrapped in a pipe, where nobody knows a width.
    private const int PipeWidth = 400;

    private const int MarkIndent = 3;
    private const int MarkWidth = 6;
    private readonly IAnsiConsole _console;
    private int _step;

    private DemoConsole(IAnsiConsole console) => _console = console;

    /// <summary>Makes a console on standard output.</summary>
    /// <param name="style">Whether colour may be used.</param>
    /// <returns>The console.</returns>
    public static DemoConsole Create(ConsoleStyle style)
    {
        var plain = style == ConsoleStyle.Plain || Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = plain ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = plain ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            Interactive = plain ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (plain)
        {
            console.Profile.Width = PipeWidth;
        }

        return new DemoConsole(console);
    }

    /// <summary>Starts the next step.</summary>
    /// <param name="title">What is about to happen.</param>
    public void Step(string title) => _console.MarkupLineInterpolated($"\n[bold blue]{++_step}.[/] [bold]{title}[/]");

    /// <summary>Reports something that is as it should be.</summary>
    /// <param name="text">What was found.</param>
    public void Good(string text) => Write("green", "ok", "default", text);

    /// <summary>Reports something that is not.</summary>
    /// <param name="text">What was found, and what was expected.</param>
    public void Bad(string text) => Write("red", "FAIL", "default", text);

    /// <summary>Shows something worth knowing.</summary>
    /// <param name="text">One line.</param>
    public void Note(string text) => Write("grey", string.Empty, "grey", text);

    /// <summary>Shows text as it is, indented.</summary>
    /// <param name="text">Any number of lines.</param>
    public void Block(string text)
    {
        foreach (var line in text.TrimEnd('\n').Split('\n'))
        {
            Write("yellow", string.Empty, "yellow", line);
        }
    }

    /// <summary>Runs something that takes a moment, with a progress line on a terminal.</summary>
    /// <typeparam name="T">What it gives.</typeparam>
    /// <param name="text">What is being waited for.</param>
    /// <param name="work">The work.</param>
    /// <returns>What the work gave.</returns>
    public Task<T> WaitAsync<T>(string text, Func<Task<T>> work) =>
        _console.Profile.Capabilities.Interactive
            ? _console.Status().Spinner(Spinner.Known.Dots).StartAsync(Markup.Escape(text), _ => work())
            : work();

    /// <summary>A line with its mark; on a terminal long texts go on below their own beginning.</summary>
    private void Write(string markStyle, string mark, string textStyle, string text)
    {
        if (!_console.Profile.Capabilities.Ansi)
        {
            _console.WriteLine(text.Length == 0 ? string.Empty : $"   {mark,-MarkWidth}{text}");
            return;
        }

        var grid = new Grid().AddColumn(new GridColumn().NoWrap().Width(MarkWidth).Padding(MarkIndent, 0, 0, 0)).AddColumn(new GridColumn().Padding(0, 0, 0, 0));
        _console.Write(grid.AddRow(new Markup(Markup.Escape(mark), Style.Parse(markStyle)), new Markup(Markup.Escape(text), Style.Parse(textStyle))));
    }

    /// <summary>Shows pairs of a name and a value, aligned.</summary>
    /// <param name="title">The heading.</param>
    /// <param name="rows">The pairs.</param>
    public void Summary(string title, IReadOnlyList<(string Name, string Value)> rows)
    {
        var width = rows.Max(row => row.Name.Length);
        _console.MarkupLineInterpolated($"\n[bold]{title}[/]");
        foreach (var (name, value) in rows)
        {
            _console.MarkupLineInterpolated($"   {name.PadRight(width)}  [bold]{value}[/]");
        }
    }
}
