namespace Injector.Contracts.Annotations;

/// <summary>The syntax of an annotation's value.</summary>
public enum AnnotationValueType
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary><c>1 t T true TRUE True</c> or <c>0 f F false FALSE False</c>; empty means false.</summary>
    Boolean,

    /// <summary>Signed 64-bit decimal number; empty means 0.</summary>
    Integer,

    /// <summary>Unsigned 64-bit decimal number without a sign.</summary>
    Unsigned,

    /// <summary>Floating-point number.</summary>
    Float,

    /// <summary>Duration with units, for example <c>1m30s</c>; empty means not set.</summary>
    Duration,

    /// <summary>Kubernetes resource quantity, for example <c>64Mi</c>; empty and <c>none</c> mean not set.</summary>
    Quantity,

    /// <summary>Octal file mode, for example <c>0640</c>.</summary>
    FileMode,

    /// <summary>One of a fixed set of words.</summary>
    Choice,

    /// <summary>Comma-separated list.</summary>
    List,

    /// <summary>Path of a file or folder in a container.</summary>
    Path,

    /// <summary>TCP port.</summary>
    Port,

    /// <summary>Template text.</summary>
    Template,

    /// <summary>Shell command.</summary>
    Command,

    /// <summary>JSON text.</summary>
    Json,
}
