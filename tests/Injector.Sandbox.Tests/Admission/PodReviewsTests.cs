using System.Text.Json.Nodes;
using Injector.Sandbox.Admission;

namespace Injector.Sandbox.Tests.Admission;

public sealed class PodReviewsTests
{
    [Fact]
    public void Names_TheControllerThatSubmitsThePod()
    {
        var pod = new JsonObject
        {
            ["metadata"] = new JsonObject { ["generateName"] = "web-", ["namespace"] = "shop", ["ownerReferences"] = new JsonArray(new JsonObject { ["kind"] = "ReplicaSet" }) },
        };

        var request = PodReviews.OfCreation(pod, "u-1")["request"];

        Assert.Equal("system:serviceaccount:kube-system:replicaset-controller", request?["userInfo"]?["username"]?.ToString());
        Assert.Equal(("u-1", "CREATE", "shop", "pods"), (request?["uid"]?.ToString(), request?["operation"]?.ToString(), request?["namespace"]?.ToString(), request?["resource"]?["resource"]?.ToString()));
        Assert.False(request?.AsObject().ContainsKey("name"));
        Assert.True(JsonNode.DeepEquals(pod, request?["object"]));
    }
}
