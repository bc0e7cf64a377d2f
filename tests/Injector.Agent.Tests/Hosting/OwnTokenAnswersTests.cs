using System.Text;
using Injector.Agent.Hosting;
using Injector.Contracts.Secrecy;

namespace Injector.Agent.Tests.Hosting;

/// <summary>agent.md §14: whoever may use the agent's token does not learn it.</summary>
public sealed class OwnTokenAnswersTests
{
    private const string Lookup = """{"data":{"id":"hvs.own","accessor":"a","ttl":5},"lease_id":"x"}""";
    private const string Renewal = """{"auth":{"client_token":"hvs.own","accessor":"a","lease_duration":5}}""";

    [Theory]
    [InlineData("/v1/auth/token/lookup-self", Lookup, """{"data":{"ttl":5},"lease_id":"x"}""")]
    [InlineData("/v1/auth/token/lookup%2Dself", Lookup, """{"data":{"ttl":5},"lease_id":"x"}""")]
    [InlineData("/v1/x/../auth/token/lookup-self", Lookup, """{"data":{"ttl":5},"lease_id":"x"}""")]
    [InlineData("/v1/team/auth/token/renew-self", Renewal, """{"auth":{"lease_duration":5}}""")]
    [InlineData("/v1/auth/token/lookup-self", "no JSON", "{}")]
    public void AnswersAboutTheOwnToken_LoseWhatNamesIt(string path, string body, string expected) => Assert.Equal(expected, Strip(path, body));

    [Theory]
    [InlineData("""{"data":{"id":"hvs.other","accessor":"a"}}""")]
    [InlineData("""{"data":{"data":{"id":"7","copy":"hvs.own"}}}""")]
    [InlineData("hvs.own")]
    public void OtherAnswers_StayAsTheyAre(string body) => Assert.Equal(body == "hvs.own" ? "{}" : body, Strip("/v1/kv/data/app", body));

    private static string Strip(string path, string body) =>
        Encoding.UTF8.GetString(OwnTokenAnswers.Strip(path, new SecretText("hvs.own"), Encoding.UTF8.GetBytes(body)).Span);
}
