using System.Globalization;
using System.Text;
using Injector.Templates.Values;

namespace Injector.Benchmarks.Templates;

/// <summary>The three templates that are measured, and their data.</summary>
internal static class TemplateTexts
{
    private const int ConfigurationLength = 20_000;

    /// <summary>The default map template's loop.</summary>
    public const string Map = "{{ with . }}{{ range $k, $v := .Data }}{{ $k }}: {{ $v }}\n{{ end }}{{ end }}";

    /// <summary>A dotenv file of 2 KB: settings, then every key of a secret.</summary>
    public static string Dotenv()
    {
        var text = new StringBuilder();
        for (var i = 0; i < 30; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"STATIC_SETTING_NUMBER_{i}=some constant value that is here {i}\n");
        }

        return text.Append("{{- range $k, $v := .Data }}\nexport {{ $k }}=\"{{ $v }}\"\n{{- end }}\n").ToString();
    }

    /// <summary>A configuration file of 20 KB with about 600 actions.</summary>
    public static string Configuration()
    {
        const string Section = """
            [section]
            name = {{ .Data.KEY_01 }}
            user = "{{ .Data.KEY_02 }}"
            {{ if .Data.KEY_03 }}enabled = true{{ else }}enabled = false{{ end }}
            {{ with .Data.KEY_04 }}x = {{ . | printf "%s" }}{{ end }}
            some more plain text in the file

            """;
        return string.Concat(Enumerable.Repeat(Section, ConfigurationLength / Section.Length));
    }

    /// <summary>Something with <paramref name="keys"/> keys in its <c>.Data</c>.</summary>
    public static MapValue Secret(int keys)
    {
        var data = MapValue.Create(keys);
        for (var i = 0; i < keys; i++)
        {
            var number = i.ToString("00", CultureInfo.InvariantCulture);
            data.Set("KEY_" + number, StringValue.From($"value-number-{number}-0123456789"));
        }

        var secret = MapValue.Create(1);
        secret.Set("Data", data);
        return secret;
    }
}
