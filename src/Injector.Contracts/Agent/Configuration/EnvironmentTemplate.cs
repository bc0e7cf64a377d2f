namespace Injector.Contracts.Agent.Configuration;

/// <summary>One <c>env_template</c> section: a variable of the supervised process.</summary>
public sealed record EnvironmentTemplate
{
    /// <summary>Name of the variable.</summary>
    public required string Name { get; init; }

    /// <summary>The template's text. Exactly one of this and <see cref="Source"/> is set.</summary>
    public string? Contents { get; init; }

    /// <summary>File with the template's text.</summary>
    public string? Source { get; init; }

    /// <summary>Left delimiter; null or empty: <c>{{</c>.</summary>
    public string? LeftDelimiter { get; init; }

    /// <summary>Right delimiter; null or empty: <c>}}</c>.</summary>
    public string? RightDelimiter { get; init; }

    /// <summary>True: a missing map key is an error. Default false.</summary>
    public bool ErrorOnMissingKey { get; init; }
}
