namespace Injector.Contracts.Agent.Configuration;

/// <summary>One <c>template</c> section: a text and the file it is rendered to.</summary>
public sealed record TemplateEntry
{
    /// <summary>The file to publish.</summary>
    public required string Destination { get; init; }

    /// <summary>The template's text. Exactly one of this and <see cref="Source"/> is set.</summary>
    public string? Contents { get; init; }

    /// <summary>File with the template's text, read once at start.</summary>
    public string? Source { get; init; }

    /// <summary>Left delimiter; null or empty: <c>{{</c>.</summary>
    public string? LeftDelimiter { get; init; }

    /// <summary>Right delimiter; null or empty: <c>}}</c>.</summary>
    public string? RightDelimiter { get; init; }

    /// <summary>Octal file mode, for example <c>0600</c>; null: the existing file's, else 0644.</summary>
    public string? Perms { get; init; }

    /// <summary>Command to run after the file changed.</summary>
    public string? Command { get; init; }

    /// <summary>True: a missing map key is an error instead of <c>&lt;no value&gt;</c>. Default false.</summary>
    public bool ErrorOnMissingKey { get; init; }

    /// <summary>True: create missing parent folders with mode 0755. Default true.</summary>
    public bool CreateDestinationFolders { get; init; } = true;

    /// <summary>The <c>exec</c> section; null: absent. Either this or <see cref="Command"/> is set.</summary>
    public CommandSettings? Exec { get; init; }

    /// <summary>Time limit of <see cref="Command"/> as text; null: 30 s.</summary>
    public string? CommandTimeout { get; init; }

    /// <summary>Collects changes; null: renders at once.</summary>
    public WaitSettings? Wait { get; init; }

    /// <summary>True: the previous file is kept with <c>.bak</c> added to its name. Default false.</summary>
    public bool Backup { get; init; }

    /// <summary>Name or number of the file's owner; null: unchanged.</summary>
    public string? User { get; init; }

    /// <summary>Name or number of the file's group; null: unchanged.</summary>
    public string? Group { get; init; }

    /// <summary>False: an error of this template is logged and nothing else. Default true.</summary>
    public bool ErrorFatal { get; init; } = true;

    /// <summary>Functions this template may not use.</summary>
    public IReadOnlyList<string> FunctionDenylist { get; init; } = [];

    /// <summary>The only folder the <c>file</c> function may read below; null: no limit.</summary>
    public string? SandboxPath { get; init; }
}
