using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using Injector.Templates.Calling;
using Injector.Templates.Values;
using static Injector.Templates.Values.GoType;

namespace Injector.Templates.Functions.Binary;

/// <summary>base64, base32 and checksums in both function sets.</summary>
[SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "Templates ask for the algorithm by name.")]
[SuppressMessage("Security", "CA5351:Do Not Use Broken Cryptographic Algorithms", Justification = "Templates ask for the algorithm by name.")]
internal static class BinaryFunctions
{
    public static readonly FunctionDefinition[] All =
    [
        new("base64Encode", [GoType.String], GoType.String, static call => new StringValue(GoBase64.Standard.Encode(call.Bytes(0)))),
        new("base64Decode", [GoType.String], GoType.String, static call => Decode(call, GoBase64.Standard, "base64Decode: ")),
        new("base64URLEncode", [GoType.String], GoType.String, static call => new StringValue(GoBase64.Url.Encode(call.Bytes(0)))),
        new("base64URLDecode", [GoType.String], GoType.String, static call => Decode(call, GoBase64.Url, "base64URLDecode: ")),
        new("sha256Hex", [GoType.String], GoType.String, static call => Hex(SHA256.HashData(call.Bytes(0)))),
        new("md5sum", [GoType.String], GoType.String, static call => Hex(MD5.HashData(call.Bytes(0)))),
        new("hmacSHA256Hex", [GoType.String, GoType.String], GoType.String, static call => Hex(HMACSHA256.HashData(call.Bytes(1), call.Bytes(0)))),
        new("sprig_b64enc", [GoType.String], GoType.String, static call => new StringValue(GoBase64.Standard.Encode(call.Bytes(0)))),
        new("sprig_b64dec", [GoType.String], GoType.String, static call => BytesOrProblem(GoBase64.Standard.Decode(call.Bytes(0), out var problem), problem)),
        new("sprig_b32enc", [GoType.String], GoType.String, static call => new StringValue(GoBase32.Encode(call.Bytes(0)))),
        new("sprig_b32dec", [GoType.String], GoType.String, static call => BytesOrProblem(GoBase32.Decode(call.Bytes(0), out var problem), problem)),
        new("sprig_sha1sum", [GoType.String], GoType.String, static call => Hex(SHA1.HashData(call.Bytes(0)))),
        new("sprig_sha256sum", [GoType.String], GoType.String, static call => Hex(SHA256.HashData(call.Bytes(0)))),
        new("sprig_sha512sum", [GoType.String], GoType.String, static call => Hex(SHA512.HashData(call.Bytes(0)))),
        new("sprig_adler32sum", [GoType.String], GoType.String, static call =>
            StringValue.From(Adler32.Compute(call.Bytes(0)).ToString(CultureInfo.InvariantCulture))),
    ];

    private static StringValue Hex(byte[] hash) => StringValue.From(Convert.ToHexStringLower(hash));

    private static Value Decode(FunctionCall call, GoBase64 encoding, string errorPrefix) =>
        encoding.Decode(call.Bytes(0), out var problem) is { } bytes ? new StringValue(bytes) : call.Fail(errorPrefix + problem);

    /// <summary>sprig gives the error's text as the result.</summary>
    private static StringValue BytesOrProblem(byte[]? bytes, string problem) => bytes is null ? StringValue.From(problem) : new StringValue(bytes);
}
