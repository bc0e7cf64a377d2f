namespace Injector.Contracts.Annotations;

public static partial class AnnotationCatalogue
{
    /// <summary>Turns injection on for the pod.</summary>
    public static AnnotationDefinition AgentInject { get; } = new("agent-inject", AnnotationValueType.Boolean,
        "Turns injection on for the pod. Without it, or with false, the pod stays as it is.")
    {
        Default = "false",
        Example = "true",
    };

    /// <summary>Marks a pod that carries the agent.</summary>
    public static AnnotationDefinition Status { get; } = new("agent-inject-status", AnnotationValueType.Text,
        "Written as injected when the agent was added. A pod that carries this value is left alone.")
    {
        Example = "injected",
        Difference = "A pod that already holds the agent's containers or volumes is denied with a clear text instead of being patched twice.",
    };

    /// <summary>Replaces the request's namespace in one check.</summary>
    public static AnnotationDefinition RequestNamespace { get; } = new("agent-request-namespace", AnnotationValueType.Text,
        "Kept for compatibility: an empty value is denied, every other value has no effect.")
    {
        DefaultNote = "the namespace of the request",
    };

    /// <summary>App containers that get the files.</summary>
    public static AnnotationDefinition Containers { get; } = new("agent-inject-containers", AnnotationValueType.List,
        "Names of the containers that get the secrets mounted. Init containers get them always, unless one of them is named here: then only the named ones do.")
    {
        DefaultNote = "all app containers",
        Example = "web,worker",
        Difference = "May name init containers. Unknown names and names with blanks get a warning.",
    };

    /// <summary>Whether the files are rendered before the app starts.</summary>
    public static AnnotationDefinition PrePopulate { get; } = new("agent-pre-populate", AnnotationValueType.Boolean,
        "Renders every file before the app starts. False: the agent only runs beside the app, which starts without waiting.")
    {
        Default = "true",
        Example = "false",
    };

    /// <summary>Whether the agent ends when the files are rendered.</summary>
    public static AnnotationDefinition PrePopulateOnly { get; } = new("agent-pre-populate-only", AnnotationValueType.Boolean,
        "Renders every file once before the app starts and leaves no agent beside it.")
    {
        Default = "false",
        Example = "true",
        Difference = "Together with agent-pre-populate: false no agent is added at all; that gets a warning.",
    };

    /// <summary>Whether the agent comes before the pod's own init containers.</summary>
    public static AnnotationDefinition InitFirst { get; } = new("agent-init-first", AnnotationValueType.Boolean,
        "Puts the agent before the pod's own init containers, so that they can read the files.")
    {
        Default = "false",
        Example = "true",
        Difference = "The pod's own init containers are never rewritten; fields a newer Kubernetes added to them are kept.",
    };

    /// <summary>Image of the agent containers.</summary>
    public static AnnotationDefinition Image { get; } = new("agent-image", AnnotationValueType.Text,
        "Image of the agent containers.")
    {
        DefaultNote = "the installation's image",
        Example = "registry.example.com/vault-injector/agent:0.1.0",
        Difference = "An image of HashiCorp or OpenBao (its last name is vault, vault-enterprise or openbao) is started in their way, whatever the installation's engine.",
    };

    private static AnnotationDefinition[] SwitchKeys =>
        [AgentInject, Status, RequestNamespace, Containers, PrePopulate, PrePopulateOnly, InitFirst, Image];
}
