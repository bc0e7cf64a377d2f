using System.Runtime.CompilerServices;
using Injector.Contracts.Diagnostics;
using Injector.Templates.Calling;
using Injector.Templates.Lexing;
using Injector.Templates.Syntax;

namespace Injector.Templates.Parsing;

/// <summary>What the parsers of one text share: its tokens, the trees found so far, the errors, and how deep the text nests.</summary>
internal sealed class ParseSession
{
    // More errors than this help nobody.
    private const int MaximumErrors = 20;

    private readonly List<TemplateError> _errors = [];
    private readonly Dictionary<string, IdentifierFunction> _functions = new(StringComparer.Ordinal);
    private readonly HashSet<string> _variableNames = new(StringComparer.Ordinal) { "$" };
    private readonly FunctionResolver _resolver;
    private bool _stopped;

    public ParseSession(SourceText source, TemplateOptions options)
    {
        Source = source;
        Options = options;
        Lexer = new Lexer(
            source,
            options.LeftDelimiter.Length == 0 ? TemplateOptions.Default.LeftDelimiter : options.LeftDelimiter,
            options.RightDelimiter.Length == 0 ? TemplateOptions.Default.RightDelimiter : options.RightDelimiter);
        _resolver = new FunctionResolver(options);
    }

    public SourceText Source { get; }

    public TemplateOptions Options { get; }

    public Lexer Lexer { get; }

    public Dictionary<string, TemplateTree> Trees { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<TemplateError> Errors => _errors;

    public Dictionary<string, IdentifierFunction>.ValueCollection Functions => _functions.Values;

    /// <summary>Whether no more errors are wanted or possible.</summary>
    public bool IsOver => _stopped || StackWasShort || _errors.Count >= MaximumErrors;

    /// <summary>The thread's stack is too small for this text: the parse is to be done again on a larger one.</summary>
    public bool StackWasShort { get; private set; }

    public int Depth { get; private set; }

    /// <summary>The deepest nesting seen.</summary>
    public int MaximumDepth { get; private set; }

    /// <summary>Goes one level deeper, if there is stack for it.</summary>
    public bool TryEnter()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            StackWasShort = true;
            return false;
        }

        Depth++;
        MaximumDepth = Math.Max(MaximumDepth, Depth);
        return true;
    }

    public void Leave() => Depth--;

    /// <summary>Ends the parse: what follows would only repeat the error.</summary>
    public void Stop() => _stopped = true;

    public void Add(DiagnosticDescriptor descriptor, string message, int line, Token at)
    {
        if (IsOver)
        {
            return;
        }

        var (_, column) = Source.Locate(at.Start);
        var text = FormattableString.Invariant($"template: {Options.Name}:{line}: {message}");
        _errors.Add(new TemplateError(descriptor, TemplatePhase.Parse, text, line, column, new TextSpan(at.Start, at.Length)));
    }

    /// <summary>The name in <paramref name="token"/>; equal names are one object, so that looking variables up is fast.</summary>
    public string VariableName(Token token)
    {
        var name = Source.Decode(token);
        if (_variableNames.TryGetValue(name, out var known))
        {
            return known;
        }

        _variableNames.Add(name);
        return name;
    }

    /// <summary>Finds the function that an identifier names.</summary>
    public bool TryFindFunction(string name, out FunctionDefinition function)
    {
        if (_functions.TryGetValue(name, out var known))
        {
            function = known.Definition;
            return true;
        }

        if (!_resolver.TryFind(name, out function))
        {
            return false;
        }

        _functions.Add(name, new IdentifierFunction(name, function));
        return true;
    }
}
