using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Injector.Injection.Patching;

/// <summary>Writes an RFC 6902 patch that only adds.</summary>
internal sealed class PatchWriter : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ArrayBufferWriter<byte> _buffer = new(8192);

    public PatchWriter()
    {
        Json = new Utf8JsonWriter(_buffer, Options);
        Json.WriteStartArray();
    }

    /// <summary>For the value of the operation that was begun.</summary>
    public Utf8JsonWriter Json { get; }

    /// <summary>Begins an operation; its value and <see cref="End"/> follow.</summary>
    public void BeginAdd(string path)
    {
        Json.WriteStartObject();
        Json.WriteString("op"u8, "add"u8);
        Json.WriteString("path"u8, path);
        Json.WritePropertyName("value"u8);
    }

    public void End() => Json.WriteEndObject();

    public ReadOnlyMemory<byte> Finish()
    {
        Json.WriteEndArray();
        Json.Flush();
        return _buffer.WrittenMemory;
    }

    public void Dispose() => Json.Dispose();

    /// <summary>A path below a numbered item.</summary>
    public static string Item(string list, int index, string rest) => string.Create(CultureInfo.InvariantCulture, $"{list}/{index}{rest}");
}
