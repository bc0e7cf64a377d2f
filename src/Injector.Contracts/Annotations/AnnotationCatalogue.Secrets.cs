namespace Injector.Contracts.Annotations;

public static partial class AnnotationCatalogue
{
    /// <summary>Vault path of a secret.</summary>
    public static AnnotationDefinition Secret { get; } = new("agent-inject-secret", AnnotationValueType.Text,
        "Path in Vault that is rendered with the default template. The suffix names the file.")
    {
        Scope = AnnotationScope.Secret,
        Example = "secret/data/payments/database",
        Difference = "A double quote in the path is escaped instead of breaking the template.",
    };

    /// <summary>Template text of a secret.</summary>
    public static AnnotationDefinition Template { get; } = new("agent-inject-template", AnnotationValueType.Template,
        "Template of the file. Wins over a template file and over the default template.")
    {
        Scope = AnnotationScope.Secret,
        Example = "{{ with secret \"kv/data/app\" }}{{ .Data.data.password }}{{ end }}",
        Difference = "Parsed at admission: an error is denied with line and column (a warning in the preset compatible).",
    };

    /// <summary>Template file of a secret.</summary>
    public static AnnotationDefinition TemplateFile { get; } = new("agent-inject-template-file", AnnotationValueType.Path,
        "File in the agent container that holds the template.")
    {
        Scope = AnnotationScope.Secret,
        Example = "/vault/custom/app.tpl",
    };

    /// <summary>Left delimiter of a template.</summary>
    public static AnnotationDefinition LeftDelimiter { get; } = new("agent-template-left-delim", AnnotationValueType.Text,
        "Left delimiter of the template.")
    {
        Scope = AnnotationScope.Secret,
        Default = "{{",
        Example = "<<",
        Difference = "The default template is written with the chosen delimiters.",
    };

    /// <summary>Right delimiter of a template.</summary>
    public static AnnotationDefinition RightDelimiter { get; } = new("agent-template-right-delim", AnnotationValueType.Text,
        "Right delimiter of the template.")
    {
        Scope = AnnotationScope.Secret,
        Default = "}}",
        Example = ">>",
        Difference = "As for the left delimiter.",
    };

    /// <summary>File name of a secret.</summary>
    public static AnnotationDefinition File { get; } = new("agent-inject-file", AnnotationValueType.Path,
        "File below the secret's mount path. Folders are created.")
    {
        Scope = AnnotationScope.Secret,
        DefaultNote = "the suffix in lower case",
        Example = "config/database.env",
        Difference = "A value that leaves the mount path, or names the mount path itself, is denied.",
    };

    /// <summary>Whether a file name keeps its case.</summary>
    public static AnnotationDefinition PreserveCase { get; } = new("preserve-secret-case", AnnotationValueType.Boolean,
        "Keeps the suffix's case in the names of all files.")
    {
        Default = "false",
        Example = "true",
        Difference = "A value that is no boolean is denied (a warning in the preset compatible).",
    };

    /// <summary>Whether one file name keeps its case.</summary>
    public static AnnotationDefinition PreserveCaseOf { get; } = new("preserve-secret-case", AnnotationValueType.Boolean,
        "Keeps the suffix's case in the name of this file. Wins over the key without suffix.")
    {
        Scope = AnnotationScope.Secret,
        Example = "true",
        Difference = "A value that is no boolean is denied (a warning in the preset compatible).",
    };

    /// <summary>File mode of a secret.</summary>
    public static AnnotationDefinition Perms { get; } = new("agent-inject-perms", AnnotationValueType.FileMode,
        "Mode of the file.")
    {
        Scope = AnnotationScope.Secret,
        DefaultNote = "0644",
        Example = "0640",
        Difference = "Checked at admission.",
    };

    /// <summary>Command of a secret.</summary>
    public static AnnotationDefinition Command { get; } = new("agent-inject-command", AnnotationValueType.Command,
        "Runs after the file was written with new content.")
    {
        Scope = AnnotationScope.Secret,
        Example = "kill -HUP $(pidof app)",
    };

    /// <summary>Where the command of a secret runs.</summary>
    public static AnnotationDefinition CommandIn { get; } = new("command-in", AnnotationValueType.Choice,
        "Where commands run: in both agent containers, or only in the sidecar, where the app's processes exist.")
    {
        Default = "both",
        Choices = ["both", "sidecar"],
        Example = "sidecar",
        IsOwn = true,
    };

    /// <summary>Mount path of a secret.</summary>
    public static AnnotationDefinition VolumePathOf { get; } = new("secret-volume-path", AnnotationValueType.Path,
        "Mount path of a memory volume of its own for this secret.")
    {
        Scope = AnnotationScope.Secret,
        Example = "/etc/app/tls",
        Difference = "An empty or relative path is denied (a warning in the preset compatible).",
    };

    /// <summary>Mount path of all secrets.</summary>
    public static AnnotationDefinition VolumePath { get; } = new("secret-volume-path", AnnotationValueType.Path,
        "Mount path of the memory volume with the files.")
    {
        Default = "/vault/secrets",
        Example = "/etc/secrets",
        Difference = "An empty or relative path is denied (a warning in the preset compatible).",
    };

    /// <summary>Whether a missing key fails the template.</summary>
    public static AnnotationDefinition ErrorOnMissingKey { get; } = new("error-on-missing-key", AnnotationValueType.Boolean,
        "Fails the template when it indexes a key that does not exist.")
    {
        Scope = AnnotationScope.Secret,
        Default = "false",
        Example = "true",
    };

    /// <summary>The default template.</summary>
    public static AnnotationDefinition DefaultTemplate { get; } = new("agent-inject-default-template", AnnotationValueType.Choice,
        "Template of secrets that have none of their own: one line per key, or one JSON object.")
    {
        Default = "map",
        Choices = ["map", "json"],
        Example = "json",
    };

    /// <summary>Whether the token is a file too.</summary>
    public static AnnotationDefinition InjectToken { get; } = new("agent-inject-token", AnnotationValueType.Boolean,
        "Writes the Vault token to the file token in the secrets' mount path.")
    {
        Default = "false",
        Example = "true",
    };

    private static AnnotationDefinition[] SecretKeys =>
    [
        Secret, Template, TemplateFile, File, Perms, Command, CommandIn, VolumePathOf, VolumePath, ErrorOnMissingKey, DefaultTemplate, LeftDelimiter,
        RightDelimiter, PreserveCase, PreserveCaseOf, InjectToken,
    ];
}
