namespace Injector.Templates.Reference;

/// <summary>Examples: sprig: encodings, checksums, secrets.</summary>
internal static class SprigEncodingExamples
{
    public static ExampleGroup Group { get; } = new(
        "sprig: encodings, checksums, secrets",
        "What the originals draw at random follows here from the destination, the host name and the arguments, so that a file does not change at every rendering.",
        [
            new("sprig_b64enc", "{{sprig_b64enc \"abc\"}}", "YWJj"),
            new("sprig_b64dec", "{{sprig_b64dec \"YWJj\"}}", "abc"),
            new("sprig_b32enc", "{{sprig_b32enc \"abc\"}}", "MFRGG==="),
            new("sprig_b32dec", "{{sprig_b32dec \"MFRGG===\"}}", "abc"),
            new("sprig_toJson", "{{sprig_toJson (sprig_list \"<\")}}", "[\"\\u003c\"]"),
            new("sprig_mustToJson", "{{sprig_mustToJson (sprig_list 1)}}", "[1]"),
            new("sprig_toPrettyJson", "{{sprig_toPrettyJson (sprig_list 1)}}", "[\n  1\n]"),
            new("sprig_mustToPrettyJson", "{{sprig_mustToPrettyJson (sprig_list 1)}}", "[\n  1\n]"),
            new("sprig_toRawJson", "{{sprig_toRawJson \"<\"}}", "\"<\""),
            new("sprig_mustToRawJson", "{{sprig_mustToRawJson \"<\"}}", "\"<\""),
            new("sprig_fromJson", "{{(sprig_fromJson \"{\\\"a\\\":1}\").a}}", "1"),
            new("sprig_mustFromJson", "{{(sprig_mustFromJson \"{\\\"a\\\":1}\").a}}", "1"),
            new("sprig_sha1sum", "{{sprig_sha1sum \"a\"}}", "86f7e437faa5a7fce15d1ddcb9eaeaea377667b8"),
            new("sprig_sha256sum", "{{sprig_sha256sum \"a\" | sprig_trunc 8}}", "ca978112"),
            new("sprig_sha512sum", "{{sprig_sha512sum \"a\" | sprig_trunc 8}}", "1f40fc92"),
            new("sprig_adler32sum", "{{sprig_adler32sum \"a\"}}", "6422626"),
            new("sprig_bcrypt", "{{sprig_bcrypt \"secret\" | sprig_trunc 7}}", "$2a$10$"),
            new("sprig_htpasswd", "{{sprig_htpasswd \"admin\" \"secret\" | sprig_trunc 13}}", "admin:$2a$10$"),
            new("sprig_derivePassword", "{{sprig_derivePassword 1 \"long\" \"password\" \"user\" \"example.com\"}}", "ZedaFaxcZaso9*"),
            new("sprig_encryptAES", "{{sprig_encryptAES \"key\" \"text\" | sprig_decryptAES \"key\"}}", "text"),
            new("sprig_decryptAES", "{{sprig_encryptAES \"key\" \"text\" | sprig_decryptAES \"key\"}}", "text"),
            FunctionExample.Failing("sprig_buildCustomCert", "{{sprig_buildCustomCert \"eA==\" \"eA==\"}}", "unable to decode certificate"),
            FunctionExample.Failing("sprig_genPrivateKey", "{{sprig_genPrivateKey \"rsa\"}}", "not available: a new key at every rendering would change the file each time; let Vault issue it with pkiCert or secret"),
            FunctionExample.Failing("sprig_genCA", "{{sprig_genCA \"ca\" 365}}", "not available: a new key at every rendering would change the file each time; let Vault issue it with pkiCert or secret"),
            FunctionExample.Failing("sprig_genCAWithKey", "{{sprig_genCAWithKey \"ca\" 365 \"key\"}}", "not available: a new key at every rendering would change the file each time; let Vault issue it with pkiCert or secret"),
            FunctionExample.Failing("sprig_genSelfSignedCert", "{{sprig_genSelfSignedCert \"cn\" nil nil 365}}", "not available: a new key at every rendering would change the file each time; let Vault issue it with pkiCert or secret"),
            FunctionExample.Failing("sprig_genSelfSignedCertWithKey", "{{sprig_genSelfSignedCertWithKey \"cn\" nil nil 365 \"key\"}}", "not available: a new key at every rendering would change the file each time; let Vault issue it with pkiCert or secret"),
            FunctionExample.Failing("sprig_genSignedCert", "{{sprig_genSignedCert \"cn\" nil nil 365 (sprig_buildCustomCert \"\" \"\")}}", "unable to decode certificate"),
            FunctionExample.Failing("sprig_genSignedCertWithKey", "{{sprig_genSignedCertWithKey \"cn\" nil nil 365 (sprig_buildCustomCert \"\" \"\") \"key\"}}", "unable to decode certificate"),
        ]);
}
