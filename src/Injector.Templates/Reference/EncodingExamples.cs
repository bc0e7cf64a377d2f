namespace Injector.Templates.Reference;

/// <summary>Examples: encodings and checksums.</summary>
internal static class EncodingExamples
{
    public static ExampleGroup Group { get; } = new(
        "Encodings and checksums",
        "",
        [
            new("base64Encode", "{{base64Encode \"hello\"}}", "aGVsbG8="),
            new("base64Decode", "{{base64Decode \"aGVsbG8=\"}}", "hello"),
            new("base64URLEncode", "{{base64URLEncode \"??>\"}}", "Pz8-"),
            new("base64URLDecode", "{{base64URLDecode \"Pz8-\"}}", "??>"),
            new("sha256Hex", "{{sha256Hex \"a\"}}", "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb"),
            new("md5sum", "{{md5sum \"a\"}}", "0cc175b9c0f1b6a831c399e269772661"),
            new("hmacSHA256Hex", "{{hmacSHA256Hex \"message\" \"key\"}}", "6e9ef29b75fffc5b7abae527d58fdadb2fe42e7219011976917343065f58ed4a"),
            new("toJSON", "{{with secret \"kv/data/app\"}}{{toJSON .Data.data}}{{end}}", "{\"port\":5432,\"user\":\"app\"}"),
            new("toJSONPretty", "{{toJSONPretty (sprig_dict \"a\" (sprig_list 1))}}", "{\n  \"a\": [\n    1\n  ]\n}"),
            new("toUnescapedJSON", "{{toUnescapedJSON \"<a>\"}}", "\"<a>\""),
            new("toUnescapedJSONPretty", "{{toUnescapedJSONPretty (sprig_list \"<a>\")}}", "[\n  \"<a>\"\n]"),
            new("parseJSON", "{{(parseJSON \"{\\\"port\\\":8080}\").port}}", "8080"),
            new("toYAML", "{{with secret \"kv/data/app\"}}{{toYAML .Data.data}}{{end}}", "port: 5432\nuser: app"),
            new("parseYAML", "{{(parseYAML \"a: {b: yes}\").a.b}}", "true"),
            new("toTOML", "{{toTOML (sprig_dict \"a\" 1 \"t\" (sprig_dict \"b\" \"x\"))}}", "a = 1\n\n[t]\n  b = \"x\""),
        ]);
}
