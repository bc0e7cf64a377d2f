using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Injector.Sandbox.Vault.Audit;

/// <summary>A place for audit lines, with a salt of its own: the same value looks the same within a device and different elsewhere.</summary>
internal sealed class AuditDevice(string path, string description, TextWriter writer) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly byte[] _salt = RandomNumberGenerator.GetBytes(32);

    public string Path { get; } = path;

    public string FilePath { get; init; } = string.Empty;

    public string Hash(string value) => $"hmac-sha256:{Convert.ToHexStringLower(HMACSHA256.HashData(_salt, Encoding.UTF8.GetBytes(value)))}";

    /// <summary>A copy in which every text is hashed; keys, numbers and booleans stay, as in Vault.</summary>
    public JsonNode? Hash(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map.Select(item => KeyValuePair.Create(item.Key, Hash(item.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Hash)]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => JsonValue.Create(Hash(value.ToString())),
        null => null,
        _ => node.DeepClone(),
    };

    /// <summary>Writes a line.</summary>
    /// <returns>Whether it is written.</returns>
    public bool TryWrite(JsonObject line)
    {
        lock (_lock)
        {
            try
            {
                writer.WriteLine(line.ToJsonString());
                writer.Flush();
                return true;
            }
            catch (IOException)
            {
                return false;
            }
        }
    }

    public JsonObject ToJson() => new()
    {
        ["description"] = description,
        ["local"] = false,
        ["options"] = new JsonObject { ["file_path"] = FilePath },
        ["path"] = Path,
        ["type"] = "file",
    };

    public void Dispose()
    {
        if (writer != Console.Out)
        {
            writer.Dispose();
        }
    }
}
