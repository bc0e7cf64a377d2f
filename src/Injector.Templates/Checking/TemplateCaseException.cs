namespace Injector.Templates.Checking;

/// <summary>A line of a file of cases is no case; the message says which, and what is wrong.</summary>
public sealed class TemplateCaseException : Exception
{
    /// <summary>Makes an exception without a text.</summary>
    public TemplateCaseException()
    {
    }

    /// <summary>Makes an exception with a text.</summary>
    /// <param name="message">Which line, and what is wrong.</param>
    public TemplateCaseException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a text and a cause.</summary>
    /// <param name="message">Which line, and what is wrong.</param>
    /// <param name="innerException">The cause.</param>
    public TemplateCaseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
