namespace Injector.Templates.Reference;

/// <summary>Examples: secrets, files, environment.</summary>
internal static class SourceExamples
{
    public static ExampleGroup Group { get; } = new(
        "Secrets, files, environment",
        "What a template asks for is watched: when it changes, the template is rendered again.",
        [
            new("secret", "{{with secret \"kv/data/app\"}}{{.Data.data.user}}{{end}}", "app"),
            new("secrets", "{{range secrets \"kv/metadata\"}}{{.}} {{end}}", "app db "),
            new("pkiCert", "{{with pkiCert \"pki/issue/web\" \"common_name=web.example\"}}{{.Cert}}{{end}}", "PEM\n"),
            new("file", "{{file \"/etc/app/version\" | trimSpace}}", "1.2.3"),
            new("env", "{{env \"POD_NAME\"}}", "web-0"),
            new("mustEnv", "{{mustEnv \"POD_NAME\"}}", "web-0"),
            new("envOrDefault", "{{envOrDefault \"MISSING\" \"none\"}}", "none"),
            new("writeToFile", "{{\"key\" | writeToFile \"/vault/secrets/key.pem\" \"\" \"\" \"0400\" \"newline\"}}written", "written"),
        ]);
}
