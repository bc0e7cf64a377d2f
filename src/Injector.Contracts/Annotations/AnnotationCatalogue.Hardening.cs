namespace Injector.Contracts.Annotations;

public static partial class AnnotationCatalogue
{
    /// <summary>Size limit of memory volumes.</summary>
    public static AnnotationDefinition VolumeSizeLimit { get; } = new("volume-size-limit", AnnotationValueType.Quantity,
        "Size limit of each memory volume that is added. Empty or none: no limit.")
    {
        Default = "none",
        Example = "16Mi",
        IsOwn = true,
    };

    /// <summary>How app containers mount the files.</summary>
    public static AnnotationDefinition AppMount { get; } = new("app-mount", AnnotationValueType.Choice,
        "How app containers mount the files: ro (read-only) or rw.")
    {
        Default = "rw",
        Choices = ["ro", "rw"],
        Example = "rw",
        IsOwn = true,
    };

    /// <summary>Seccomp profile of the agent containers.</summary>
    public static AnnotationDefinition SeccompProfile { get; } = new("seccomp-profile", AnnotationValueType.Text,
        "Seccomp profile of the agent containers: RuntimeDefault, Unconfined, Localhost/FILE, or none.")
    {
        Default = "none",
        Example = "RuntimeDefault",
        IsOwn = true,
    };

    /// <summary>Pull policy of the agent image.</summary>
    public static AnnotationDefinition ImagePullPolicy { get; } = new("agent-image-pull-policy", AnnotationValueType.Choice,
        "Pull policy of the agent image.")
    {
        Choices = ["Always", "IfNotPresent", "Never"],
        Example = "IfNotPresent",
        IsOwn = true,
    };

    /// <summary>CPU limit of the init container alone.</summary>
    public static AnnotationDefinition InitLimitsCpu { get; } = InitQuantity("init-limits-cpu", "CPU limit", "1");

    /// <summary>Memory limit of the init container alone.</summary>
    public static AnnotationDefinition InitLimitsMemory { get; } = InitQuantity("init-limits-mem", "Memory limit", "128Mi");

    /// <summary>Ephemeral storage limit of the init container alone.</summary>
    public static AnnotationDefinition InitLimitsEphemeral { get; } = InitQuantity("init-limits-ephemeral", "Ephemeral storage limit", "64Mi");

    /// <summary>CPU request of the init container alone.</summary>
    public static AnnotationDefinition InitRequestsCpu { get; } = InitQuantity("init-requests-cpu", "CPU request", "100m");

    /// <summary>Memory request of the init container alone.</summary>
    public static AnnotationDefinition InitRequestsMemory { get; } = InitQuantity("init-requests-mem", "Memory request", "64Mi");

    /// <summary>Ephemeral storage request of the init container alone.</summary>
    public static AnnotationDefinition InitRequestsEphemeral { get; } = InitQuantity("init-requests-ephemeral", "Ephemeral storage request", "16Mi");

    private static AnnotationDefinition[] HardeningKeys =>
    [
        VolumeSizeLimit, AppMount, SeccompProfile, ImagePullPolicy, InitLimitsCpu, InitLimitsMemory, InitLimitsEphemeral, InitRequestsCpu, InitRequestsMemory,
        InitRequestsEphemeral,
    ];

    private static AnnotationDefinition InitQuantity(string name, string what, string example) =>
        new(name, AnnotationValueType.Quantity, $"{what} of the init container alone. Empty or none: not set.")
        {
            DefaultNote = "the key with agent- instead of init-",
            Example = example,
            IsOwn = true,
        };
}
