using System.Text;
using System.Text.Json;
using Injector.Templates.Dependencies;
using Injector.Templates.Values;

namespace Injector.Templates.Checking;

/// <summary>Reads cases from lines of JSON. Only line feeds end a line: texts may hold other line separators.</summary>
public sealed class TemplateCaseReader(TimeProvider time)
{
    // The destination every recorded certificate was asked for with.
    private const string Destination = "/vault/secrets/out";

    /// <summary>Reads every line of <paramref name="lines"/> that is not empty.</summary>
    /// <exception cref="TemplateCaseException">A line is no case; those before it were given.</exception>
    public IEnumerable<TemplateCase> Read(ReadOnlyMemory<byte> lines)
    {
        for (var number = 1; !lines.IsEmpty; number++)
        {
            var end = lines.Span.IndexOf((byte)'\n');
            var line = end < 0 ? lines : lines[..end];
            lines = end < 0 ? default : lines[(end + 1)..];
            if (!line.IsEmpty)
            {
                yield return Read(line, number);
            }
        }
    }

    private TemplateCase Read(ReadOnlyMemory<byte> line, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return Read(document.RootElement);
        }
        catch (JsonException fault)
        {
            throw new TemplateCaseException($"line {number} is not JSON", fault);
        }
        catch (InvalidOperationException fault)
        {
            throw new TemplateCaseException($"line {number} holds a member of the wrong kind", fault);
        }
    }

    /// <summary>Reads one case.</summary>
    public TemplateCase Read(JsonElement line) => new()
    {
        Id = Text(line, "id"),
        Category = Text(line, "cat"),
        Text = Text(line, "template"),
        Options = OptionsOf(line),
        Dot = line.TryGetProperty("data", out var data) ? CaseData.From(data, NumbersOf(line)) : Value.Nil,
        Host = HostOf(line),
        Expected = ExpectationOf(line),
    };

    private static string Text(JsonElement parent, string name) => parent.TryGetProperty(name, out var member) ? member.GetString() ?? "" : "";

    private static CaseNumbers NumbersOf(JsonElement line) => Text(line, "numbers") switch
    {
        "float" => CaseNumbers.Float,
        "int" => CaseNumbers.Int,
        _ => CaseNumbers.Text,
    };

    private static TemplateOptions OptionsOf(JsonElement line)
    {
        var delimiters = Strings(line, "delims").ToArray();
        return new TemplateOptions
        {
            LeftDelimiter = delimiters.Length > 0 ? delimiters[0] : "",
            RightDelimiter = delimiters.Length > 1 ? delimiters[1] : "",
            MissingKey = Text(line, "missingkey") switch
            {
                "default" => MissingKey.Nothing,
                "error" => MissingKey.Error,
                _ => MissingKey.Zero,
            },
            DeniedFunctions = [.. Strings(line, "deny")],
            Destination = Destination,
        };
    }

    private RecordedHost HostOf(JsonElement line)
    {
        var host = new RecordedHost { Time = time, Chance = static () => 0 };
        foreach (var secret in Members(line, "secrets"))
        {
            var parts = secret.Name.Split('?', 2);
            host.Add(new VaultRead(parts[0], parts.Length > 1 ? parts[1] : ""), SecretValue.FromEnvelope(secret.Value));
        }

        if (line.TryGetProperty("writes", out var writes))
        {
            foreach (var write in writes.EnumerateArray())
            {
                var parameters = Members(write, "params").Select(member => KeyValuePair.Create(member.Name, member.Value.GetString() ?? ""));
                host.Add(
                    new VaultWrite(Text(write, "path"), DependencyParameters.Of(parameters)),
                    SecretValue.FromEnvelope(write.GetProperty("response")));
            }
        }

        foreach (var list in Members(line, "lists"))
        {
            host.Add(new VaultList(list.Name), ListValue.OfStrings([.. list.Value.EnumerateArray().Select(JsonValue.Text)]));
        }

        foreach (var file in Members(line, "files"))
        {
            host.Add(new FileContent(file.Name), JsonValue.Text(file.Value));
        }

        foreach (var certificate in Members(line, "pki"))
        {
            host.AddCertificate(certificate.Name, CertificateOf(certificate.Value));
        }

        foreach (var variable in Members(line, "env"))
        {
            host.AddEnvironment(variable.Name, variable.Value.GetString() ?? "");
        }

        return host;
    }

    private static CertificateValue CertificateOf(JsonElement certificate) => new(
        StringValue.From(Text(certificate, "CA")),
        StringValue.From(Text(certificate, "Key")),
        StringValue.From(Text(certificate, "Cert")),
        ListValue.OfStrings([.. Strings(certificate, "CAChain").Select(StringValue.From)]));

    private static TemplateExpectation ExpectationOf(JsonElement line)
    {
        ReadOnlyMemory<byte>? output = null;
        if (line.TryGetProperty("want", out var want))
        {
            output = Encoding.UTF8.GetBytes(want.GetString() ?? "");
        }
        else if (line.TryGetProperty("wantB64", out var bytes))
        {
            output = bytes.GetBytesFromBase64();
        }

        return new TemplateExpectation
        {
            Output = output,
            Error = line.TryGetProperty("wantErr", out var error) ? error.GetString() : null,
            FullError = line.TryGetProperty("wantErrFull", out var full) ? full.GetString() : null,
            Missing = [.. Strings(line, "wantMissing")],
        };
    }

    private static JsonElement.ObjectEnumerator Members(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Object ? member.EnumerateObject() : default;

    private static IEnumerable<string> Strings(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.Array
            ? member.EnumerateArray().Select(item => item.GetString() ?? "")
            : [];
}
