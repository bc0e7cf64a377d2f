using System.Text;

namespace Injector.Agent.Local;

/// <summary>The answer to a <see cref="LocalRequest"/>.</summary>
internal sealed record LocalResponse(int Status, string ContentType, ReadOnlyMemory<byte> Body)
{
    /// <summary>Headers beside those that every answer has.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Runs after the answer was sent; for requests that end the process.</summary>
    public Action? Afterwards { get; init; }

    public static LocalResponse Text(int status, string text) => new(status, "text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text));

    public static LocalResponse Json(int status, ReadOnlyMemory<byte> body) => new(status, "application/json", body);

    public static LocalResponse Error(int status, string text) => Json(status, Encoding.UTF8.GetBytes($"{{\"errors\":[\"{text}\"]}}"));
}
