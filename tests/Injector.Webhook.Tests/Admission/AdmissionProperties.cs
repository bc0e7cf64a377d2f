using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Injector.Contracts.Injection;
using Injector.Kube.Admission;
using Injector.Webhook.Admission;
using Injector.Webhook.Cluster;
using Microsoft.Extensions.Logging.Abstractions;

namespace Injector.Webhook.Tests.Admission;

/// <summary>Whatever a review holds, there is an answer: no exception becomes a 500.</summary>
public sealed class AdmissionProperties
{
    private static readonly string[] Texts = ["", "true", "1", "a/b", "-1", "{{", "é\u0000\n", "vault-secrets", "/", "99999999999999999999"];

    private static readonly CurrentInjector Current = new(new InjectionSettings { VaultAddress = "http://vault:8200" }, TimeProvider.System, static () => 0, NullLogger.Instance);

    private static readonly NamespaceAnnotations Namespaces = new(TimeProvider.System, static () => 0, NullLogger.Instance);

    private static readonly string Review = Reviews.OfPod(
        ("agent-inject", "true"), ("role", "web"), ("agent-inject-secret-db", "secret/data/db"), ("agent-inject-template-db", "{{ with secret \"a\" }}{{ .Data.a }}{{ end }}"));

    [Fact]
    public void AnyMemberOfAnyType_GivesAnAnswer() => Prop.ForAll<int, int, int>((where, what, again) =>
    {
        var review = JsonNode.Parse(Review) ?? throw new JsonException();
        Replace(review, where, what);
        Replace(review, again, where);
        Answers(Encoding.UTF8.GetBytes(review.ToJsonString()));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void AnyDamagedByte_GivesAnAnswer() => Prop.ForAll<int, byte>((where, what) =>
    {
        var body = Encoding.UTF8.GetBytes(Review);
        body[(int)((uint)where % body.Length)] = what;
        Answers(body);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    private static void Replace(JsonNode root, int where, int what)
    {
        var places = Places(root).ToList();
        var (owner, key, index) = places[(int)((uint)where % places.Count)];
        if (owner is JsonObject map)
        {
            map[key] = Value(what);
        }
        else if (owner is JsonArray list)
        {
            list[index] = Value(what);
        }
    }

    private static IEnumerable<(JsonNode Owner, string Key, int Index)> Places(JsonNode node)
    {
        var children = node switch
        {
            JsonObject map => map.Select(member => (Owner: node, member.Key, Index: 0, member.Value)),
            JsonArray list => list.Select((item, index) => (Owner: node, Key: string.Empty, Index: index, Value: item)),
            _ => [],
        };
        return children.ToList().SelectMany(static child => child.Value is null
            ? [(child.Owner, child.Key, child.Index)]
            : Places(child.Value).Prepend((child.Owner, child.Key, child.Index)));
    }

    private static JsonNode? Value(int what) => ((uint)what % 8) switch
    {
        0 => null,
        1 => JsonValue.Create(true),
        2 => JsonValue.Create(what),
        3 => new JsonArray(),
        4 => new JsonObject(),
        5 => new JsonArray(JsonValue.Create(1), new JsonObject(), null),
        6 => new JsonObject { ["name"] = what, ["metadata"] = new JsonArray() },
        _ => JsonValue.Create(Texts[(int)((uint)what / 8 % Texts.Length)]),
    };

    private static void Answers(byte[] body)
    {
        if (!AdmissionReviewReader.TryRead(body, out var review, out var fault))
        {
            Assert.NotEmpty(fault.Code);
            return;
        }

        using (review)
        {
            Assert.NotEmpty(ObjectName.Of(review.Request) + "x");
            foreach (var reviewer in (IReviewer[])[new PodReviewer(Current, Namespaces), new WorkloadReviewer(Current, Namespaces)])
            {
                var output = new ArrayBufferWriter<byte>();
                AdmissionAnswerWriter.Write(output, review.Request, reviewer.Review(review.Request).Answer);
                using var answer = JsonDocument.Parse(output.WrittenMemory);
                Assert.Equal(JsonValueKind.Object, answer.RootElement.GetProperty("response").ValueKind);
            }
        }
    }
}
