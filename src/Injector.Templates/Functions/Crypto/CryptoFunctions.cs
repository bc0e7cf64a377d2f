using Injector.Templates.Calling;
using Injector.Templates.Functions.Text;
using Injector.Templates.Values;
using static Injector.Templates.Values.GoType;

namespace Injector.Templates.Functions.Crypto;

/// <summary>sprig's cryptographic functions. Those that would make something new at every pass are refused or made stable.</summary>
internal static class CryptoFunctions
{
    public static readonly FunctionDefinition[] All =
    [
        new("sprig_derivePassword", [GoType.UInt32, GoType.String, GoType.String, GoType.String, GoType.String], GoType.String, static call => StringValue.From(
            DerivedPassword.Make((uint)call.Integer(0), call.Text(1), call.Bytes(2), call.Bytes(3), call.Bytes(4))
            ?? "cannot find password template " + call.Text(1))),
        new("sprig_encryptAES", [GoType.String, GoType.String], GoType.String, static call => AesText.Encrypt(call)),
        new("sprig_decryptAES", [GoType.String, GoType.String], GoType.String, static call => AesText.Decrypt(call)),
        new("sprig_bcrypt", [GoType.String], GoType.String, static call => StringValue.From(Hash(call, call.Bytes(0)))),
        new("sprig_htpasswd", [GoType.String, GoType.String], GoType.String, static call => HtPasswd(call)),
        new("sprig_shuffle", [GoType.String], GoType.String, static call => Shuffle(call)),
        new("sprig_randInt", [Int, Int], Int, static call => RandomInteger(call)),
        new("sprig_buildCustomCert", [GoType.String, GoType.String], SprigCertificate, static call => CustomCertificate.Build(call)),
        Refused("sprig_genPrivateKey", [GoType.String], GoType.String),
        Refused("sprig_genCA", [GoType.String, Int], SprigCertificate),
        Refused("sprig_genCAWithKey", [GoType.String, Int, GoType.String], SprigCertificate),
        Refused("sprig_genSelfSignedCert", [GoType.String, List, List, Int], SprigCertificate),
        Refused("sprig_genSelfSignedCertWithKey", [GoType.String, List, List, Int, GoType.String], SprigCertificate),
        Refused("sprig_genSignedCert", [GoType.String, List, List, Int, SprigCertificate], SprigCertificate),
        Refused("sprig_genSignedCertWithKey", [GoType.String, List, List, Int, SprigCertificate, GoType.String], SprigCertificate),
    ];

    private static FunctionDefinition Refused(string name, GoType[] parameters, GoType result) => new(name, parameters, result, static call => call.Fail(
        "not available: a new key at every rendering would change the file each time; let Vault issue it with pkiCert or secret"))
    {
        Traits = FunctionTraits.Unavailable,
    };

    private static string Hash(FunctionCall call, ReadOnlySpan<byte> password)
    {
        if (password.Length > Bcrypt.LongestPassword)
        {
            return "failed to encrypt string with bcrypt: bcrypt: password length exceeds 72 bytes";
        }

        return Bcrypt.Hash(password, new StableRandom(call, "bcrypt").Bytes(Bcrypt.SaltLength));
    }

    private static StringValue HtPasswd(FunctionCall call)
    {
        var user = call.Text(0);
        return StringValue.From(user.Contains(':', StringComparison.Ordinal)
            ? "invalid username: " + user
            : $"{user}:{Hash(call, call.Bytes(1))}");
    }

    private static StringValue Shuffle(FunctionCall call)
    {
        var random = new StableRandom(call, "shuffle");
        var runes = new List<int>();
        for (var rest = call.Bytes(0); !rest.IsEmpty;)
        {
            runes.Add(Utf8Runes.Decode(rest, out var width));
            rest = rest[width..];
        }

        for (var i = runes.Count - 1; i > 0; i--)
        {
            var other = (int)random.Below(i + 1);
            (runes[i], runes[other]) = (runes[other], runes[i]);
        }

        using var output = new Formatting.ByteBuffer();
        foreach (var rune in runes)
        {
            RuneMapping.Append(output, rune);
        }

        return new StringValue(output.ToArray());
    }

    private static Value RandomInteger(FunctionCall call)
    {
        var (low, high) = (call.Integer(0), call.Integer(1));
        return high <= low ? call.Fail("invalid argument to Intn") : IntegerValue.Int(low + new StableRandom(call, "randInt").Below(high - low));
    }
}
