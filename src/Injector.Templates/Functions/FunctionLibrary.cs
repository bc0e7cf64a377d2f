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
    /// <summary>The groups, one after the other: a group that nobody gets to is not made. Each is a static array of its class.</summary>
    public static IEnumerable<FunctionDefinition[]> Groups
    {
        get
        {
            yield return SourceFunctions.All;
            yield return FileWriting.All;
            yield return RunFunctions.All;
            yield return TextFunctions.All;
            yield return SprigTextFunctions.All;
            yield return RegexFunctions.All;
            yield return BinaryFunctions.All;
            yield return JsonFunctions.All;
            yield return YamlFunctions.All;
            yield return TomlFunctions.All;
            yield return ParseFunctions.All;
            yield return MathFunctions.All;
            yield return SprigNumberFunctions.All;
            yield return DecimalFunctions.All;
            yield return ListFunctions.All;
            yield return Membership.All;
            yield return ChoiceFunctions.All;
            yield return MapFunctions.All;
            yield return DateFunctions.All;
            yield return CryptoFunctions.All;
            yield return PathFunctions.All;
            yield return VersionFunctions.All;
            yield return UnavailableFunctions.All;
        }
    }
}
