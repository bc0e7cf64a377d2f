using System.Globalization;
using System.Text;

namespace Injector.Agent.Local;

internal static class LocalResponseWriter
{
    public static async Task WriteAsync(Stream stream, LocalResponse response, CancellationToken cancellationToken)
    {
        var head = new StringBuilder().Append(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {response.Status} {Reason(response.Status)}\r\nContent-Type: {response.ContentType}\r\nContent-Length: {response.Body.Length}\r\nCache-Control: no-store\r\nConnection: close\r\n");
        foreach (var (name, value) in response.Headers)
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), cancellationToken);
        await stream.WriteAsync(response.Body, cancellationToken);
    }

    private static string Reason(int status) => status switch
    {
        200 => "OK",
        400 => "Bad Request",
        404 => "Not Found",
        405 => "Method Not Allowed",
        411 => "Length Required",
        413 => "Content Too Large",
        502 => "Bad Gateway",
        504 => "Gateway Timeout",
        412 => "Precondition Failed",
        503 => "Service Unavailable",
        _ => "Answer",
    };
}
