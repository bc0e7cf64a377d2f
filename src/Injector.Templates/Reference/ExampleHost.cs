using System.Text.Json;
using Injector.Templates.Checking;
using Injector.Templates.Dependencies;
using Injector.Templates.Values;

namespace Injector.Templates.Reference;

/// <summary>What the examples find in Vault, in files and in the environment.</summary>
public static class ExampleHost
{
    private const string Secret = """{"data":{"data":{"user":"app","port":5432}}}""";

    /// <summary>Makes the host.</summary>
    public static ITemplateHost Create()
    {
        var host = new RecordedHost { Time = new ExampleTime(), Chance = static () => 0 };
        using var secret = JsonDocument.Parse(Secret);
        host.Add(new VaultRead("kv/data/app"), SecretValue.FromEnvelope(secret.RootElement));
        host.Add(new VaultList("kv/metadata"), ListValue.OfStrings(StringValue.From("app"), StringValue.From("db")));
        host.Add(new FileContent("/etc/app/version"), StringValue.From("1.2.3\n"));
        host.AddEnvironment("POD_NAME", "web-0");
        host.AddCertificate("pki/issue/web", new CertificateValue(
            StringValue.From("CA\n"),
            StringValue.From("KEY\n"),
            StringValue.From("PEM\n"),
            ListValue.OfStrings(StringValue.From("CA\n"))));
        return host;
    }
}
