using Injector.Templates.Calling;
using Injector.Templates.Functions.Binary;
using Injector.Templates.Functions.Crypto;
using Injector.Templates.Functions.Dates;
using Injector.Templates.Functions.Json;
using Injector.Templates.Functions.Lists;
using Injector.Templates.Functions.Maps;
using Injector.Templates.Functions.Numbers;
using Injector.Templates.Functions.Paths;
using Injector.Templates.Functions.Regex;
using Injector.Templates.Functions.Text;
using Injector.Templates.Functions.Toml;
using Injector.Templates.Functions.Unavailable;
using Injector.Templates.Functions.Vault;
using Injector.Templates.Functions.Versions;
using Injector.Templates.Functions.Yaml;

namespace Injector.Templates.Functions;

/// <summary>The functions of consul-template and sprig, in groups.</summary>
internal static class FunctionLibrary
{
    /// <summary>The groups; each is a static array of its class.</summary>
    public static IEnumerable<FunctionDefinition[]> Groups =>
    [
        SourceFunctions.All,
        FileWriting.All,
        RunFunctions.All,
        TextFunctions.All,
        SprigTextFunctions.All,
        RegexFunctions.All,
        BinaryFunctions.All,
        JsonFunctions.All,
        YamlFunctions.All,
        TomlFunctions.All,
        ParseFunctions.All,
        MathFunctions.All,
        SprigNumberFunctions.All,
        DecimalFunctions.All,
        ListFunctions.All,
        Membership.All,
        ChoiceFunctions.All,
        MapFunctions.All,
        DateFunctions.All,
        CryptoFunctions.All,
        PathFunctions.All,
        VersionFunctions.All,
        UnavailableFunctions.All,
    ];
}
