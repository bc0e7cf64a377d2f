using System.Diagnostics.CodeAnalysis;
using Injector.Contracts.Diagnostics;
using Injector.Templates.Calling;
using Injector.Templates.Dependencies;
using Injector.Templates.Formatting;
using Injector.Templates.Values;

namespace Injector.Templates.Rendering;

/// <summary>One pass over a template as functions see it: the host, what was asked for, and the state that lives as long as the pass.</summary>
internal sealed class RenderScope
{
    private OrderedDictionary<Dependency, Value>? _recalled;
    private HashSet<Dependency>? _missing;
    private List<FileWrite>? _writes;
    private MapValue? _scratch;

    /// <param name="host">Answers dependencies.</param>
    /// <param name="options">The template's options.</param>
    /// <param name="ownsValues">Whether the template changes maps, so that it must work on copies.</param>
    public RenderScope(ITemplateHost host, TemplateOptions options, bool ownsValues)
    {
        Host = host;
        Options = options;
        OwnsValues = ownsValues;
    }

    /// <summary>The outside.</summary>
    public ITemplateHost Host { get; }

    /// <summary>The template's options.</summary>
    public TemplateOptions Options { get; }

    /// <summary>What the template may use.</summary>
    public TemplateLimits Limits => Options.Limits;

    /// <summary>Whether the template changes maps, so that it works on copies.</summary>
    public bool OwnsValues { get; }

    /// <summary>The store behind <c>scratch</c>.</summary>
    public MapValue Scratch => _scratch ??= MapValue.Create();

    /// <summary>Set by <see cref="Calling.FunctionCall.Fail(string)"/>.</summary>
    internal string? Failure { get; set; }

    /// <summary>The catalogue entry of <see cref="Failure"/>.</summary>
    internal DiagnosticDescriptor FailureDescriptor { get; set; } = Catalogue.Templates.Execution;

    /// <summary>Rounds of loops so far.</summary>
    internal long Rounds { get; set; }

    /// <summary>Runs defined templates for functions.</summary>
    internal NestedTemplates? Templates { get; set; }

    internal IReadOnlyCollection<Dependency> Used => _recalled is null ? [] : _recalled.Keys;

    internal IReadOnlyCollection<Value> Answers => _recalled is null ? [] : _recalled.Values;

    internal IReadOnlyCollection<Dependency> Missing => _missing is null ? [] : _missing;

    internal IReadOnlyList<FileWrite> Writes => _writes is null ? [] : _writes;

    /// <summary>Asks the host for a dependency and records that it was asked for. Within one pass the same question has the same answer.</summary>
    /// <returns>False when the host does not know it yet: the function then returns its empty result.</returns>
    public bool TryRecall(Dependency dependency, [NotNullWhen(true)] out Value? value)
    {
        _recalled ??= [];
        if (_recalled.TryGetValue(dependency, out var known))
        {
            value = known.IsNil ? null : known;
            return value is not null;
        }

        if (Host.TryGet(dependency, out value))
        {
            value = OwnsValues ? ValueCopy.Of(value) : value;
            _recalled.Add(dependency, value);
            return true;
        }

        _recalled.Add(dependency, Value.Nil);
        (_missing ??= []).Add(dependency);
        return false;
    }

    /// <summary>A buffer for a text that a function makes, with the limit that applies to it; give it to <see cref="FunctionCall.Finish"/>.</summary>
    public ByteBuffer NewBuffer() => new(256, Limits.OutputBytes);

    /// <summary>Asks for a file to be written once the template has rendered completely.</summary>
    public void AddWrite(FileWrite write) => (_writes ??= []).Add(write);
}
