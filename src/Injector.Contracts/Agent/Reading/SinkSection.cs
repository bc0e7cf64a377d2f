using Injector.Contracts.Agent.Configuration;
using Injector.Contracts.Diagnostics;

namespace Injector.Contracts.Agent.Reading;

internal static class SinkSection
{
    private const int DefaultMode = 0b110_100_000;

    public static TokenSink Read(Section section)
    {
        var type = (section.Text("type") ?? section.Label ?? "").ToLowerInvariant();
        if (type != "file")
        {
            section.Report(Catalogue.Agent.UnknownChoice, "type", type, "file");
        }

        var config = section.Single("config", BlockLabel.None);
        var path = config?.Text("path");
        if (string.IsNullOrEmpty(path))
        {
            section.Report(Catalogue.Agent.MissingKey, "sink", "config.path");
        }

        var sink = new TokenSink(path ?? "")
        {
            Mode = config?.Mode("mode") ?? DefaultMode,
            Owner = (int?)config?.Number("owner"),
            Group = (int?)config?.Number("group"),
            WrapTtl = section.PositiveDuration("wrap_ttl"),
            Encryption = ReadEncryption(section),
        };
        config?.Close(UnknownKeys.Warn);
        section.Close(UnknownKeys.Warn);
        return sink;
    }

    private static SinkEncryption? ReadEncryption(Section section)
    {
        var type = section.Text("dh_type");
        var path = section.Text("dh_path");
        var derive = section.Flag("derive_key", false);
        var additional = section.Text("aad");
        var variable = section.Text("aad_env_var");
        switch (type, path)
        {
            case (null, null):
                if (derive || additional is not null || variable is not null)
                {
                    section.Report(Catalogue.Agent.Needs, derive ? "derive_key" : "aad", "dh_type");
                }

                return null;
            case (null, _):
                section.Report(Catalogue.Agent.Needs, "dh_path", "dh_type");
                return null;
            case (_, null):
                section.Report(Catalogue.Agent.Needs, "dh_type", "dh_path");
                return null;
            default:
                if (type != "curve25519")
                {
                    section.Report(Catalogue.Agent.UnknownChoice, "dh_type", type, "curve25519");
                }

                return new SinkEncryption(path) { DeriveKey = derive, AdditionalData = additional, AdditionalDataVariable = variable };
        }
    }
}
