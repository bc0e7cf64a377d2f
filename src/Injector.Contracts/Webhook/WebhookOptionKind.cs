namespace Injector.Contracts.Webhook;

/// <summary>What the value of a <see cref="WebhookOption"/> must look like.</summary>
public enum WebhookOptionKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A Go boolean; as a flag, the value may be left out and then means true.</summary>
    Boolean,

    /// <summary>A whole number, zero or more.</summary>
    Integer,

    /// <summary>A decimal number between 0 and 1.</summary>
    Fraction,

    /// <summary>A Go duration.</summary>
    Duration,

    /// <summary>A Kubernetes quantity, for example <c>250m</c> or <c>64Mi</c>; empty or <c>none</c>: not set.</summary>
    Quantity,

    /// <summary>A user or group number, 0 to 2147483647.</summary>
    UnixId,

    /// <summary>One of the option's choices.</summary>
    Choice,

    /// <summary>A comma-separated list; blanks around the items do not count.</summary>
    List,

    /// <summary>Host and port, for example <c>:8080</c>, <c>127.0.0.1:8080</c> or <c>[::1]:8080</c>.</summary>
    Endpoint,

    /// <summary>An absolute <c>http</c> or <c>https</c> URL.</summary>
    Url,

    /// <summary>A path of an HTTP request, beginning with <c>/</c>.</summary>
    HttpPath,

    /// <summary>A file that can be read.</summary>
    File,

    /// <summary>PEM text, or base64 of PEM text.</summary>
    Pem,
}
