using System.Text;
using Injector.Templates.Calling;
using Injector.Templates.Dependencies;
using Injector.Templates.Evaluation;
using Injector.Templates.Formatting;
using Injector.Templates.Lexing;
using Injector.Templates.Parsing;
using Injector.Templates.Rendering;
using Injector.Templates.Syntax;
using Injector.Templates.Values;

namespace Injector.Templates;

/// <summary>A template that was read once and can be rendered many times, also by several threads at once.</summary>
public sealed class Template
{
    // Most secrets' files fit.
    private const int InitialOutput = 4096;

    private readonly Dictionary<string, TemplateTree> _trees;
    private readonly TemplateOptions _options;
    private readonly SourceLocator _locator;
    private readonly bool _changesValues;
    private readonly int _depth;

    private Template(SourceText source, ParseSession session)
    {
        _options = session.Options;
        _trees = session.Trees;
        _locator = new SourceLocator(source, _options.Name);
        _depth = session.MaximumDepth;
        var unavailable = new List<string>();
        foreach (var function in session.Functions)
        {
            _changesValues |= function.Definition.Traits.HasFlag(FunctionTraits.ChangesArguments);
            if (function.Definition.Traits.HasFlag(FunctionTraits.Unavailable))
            {
                unavailable.Add(function.Name);
            }
        }

        UnavailableFunctions = unavailable;
    }

    /// <summary>What the text asks for in constants, in the order of the text; paths that are computed are not among them.</summary>
    public IReadOnlyList<Dependency> ConstantDependencies =>
        DeepStack.IsNeeded(_depth) ? DeepStack.Run(FindConstantDependencies) : FindConstantDependencies();

    /// <summary>The functions the text uses that cannot work here: those of Consul and Nomad, and plug-ins. They fail when they are called.</summary>
    public IReadOnlyList<string> UnavailableFunctions { get; }

    /// <summary>Reads a template.</summary>
    /// <param name="text">The text.</param>
    /// <param name="options">How to read and run it.</param>
    public static TemplateParseResult Parse(string text, TemplateOptions options) => Parse(Encoding.UTF8.GetBytes(text), options);

    /// <summary>Reads a template whose text may hold any bytes; outside of actions they are copied as they are.</summary>
    /// <param name="text">The text; the template keeps it.</param>
    /// <param name="options">How to read and run it.</param>
    public static TemplateParseResult Parse(byte[] text, TemplateOptions options)
    {
        var source = new SourceText(text);
        var session = ParseOnce(source, options);
        if (session.StackWasShort)
        {
            session = DeepStack.Run(() => ParseOnce(source, options));
        }

        return session.Errors.Count > 0
            ? new TemplateParseResult(null, session.Errors)
            : new TemplateParseResult(new Template(source, session), []);
    }

    /// <summary>Runs the template once, without data: everything comes from functions.</summary>
    /// <param name="host">Answers what the template asks for.</param>
    public RenderResult Render(ITemplateHost host) => Render(host, Value.Nil);

    /// <summary>Runs the template once.</summary>
    /// <param name="host">Answers what the template asks for.</param>
    /// <param name="dot">The data.</param>
    public RenderResult Render(ITemplateHost host, Value dot) =>
        DeepStack.IsNeeded(_depth) ? DeepStack.Run(() => RenderOnce(host, dot)) : RenderOnce(host, dot);

    private IReadOnlyList<Dependency> FindConstantDependencies() => Rendering.ConstantDependencies.Of(_trees.Values, _options);

    private static ParseSession ParseOnce(SourceText source, TemplateOptions options)
    {
        var session = new ParseSession(source, options);
        new TreeParser(session).ParseText();
        return session;
    }

    private RenderResult RenderOnce(ITemplateHost host, Value dot)
    {
        var scope = new RenderScope(host, _options, _changesValues);
        using var output = new ByteBuffer(InitialOutput, _options.Limits.OutputBytes);
        var evaluator = new Evaluator(_trees, _trees[_options.Name], scope, _locator, output);
        scope.Templates = new NestedTemplates(_trees, scope, _locator);
        evaluator.Run(Operand.Exact(_changesValues ? ValueCopy.Of(dot) : dot));
        return new RenderResult
        {
            Output = output.ToArray(),
            Used = scope.Used,
            Missing = scope.Missing,
            Writes = scope.Writes,
            Error = evaluator.Error is { } error ? Redacted(error, scope) : null,
        };
    }

    private static TemplateError Redacted(TemplateError error, RenderScope scope) => error with
    {
        Message = Redaction.AsReference(error.Message, scope.Answers),
        SafeMessage = Redaction.Complete(Redaction.AsReference(error.Message, scope.Answers), scope.Answers),
    };
}
