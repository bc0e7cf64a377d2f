using Injector.Contracts.Secrecy;

namespace Injector.Contracts.Tests.Secrecy;

public sealed class SecrecyTests
{
    [Fact]
    public void SecretText_NeverPrintsItsContent()
    {
        var secret = new SecretText("s3cr3t");

        Assert.Equal("***", secret.ToString());
        Assert.Equal("token ***", $"token {secret}");
        Assert.Equal("s3cr3t", secret.Reveal());
    }

    [Fact]
    public void SecretText_ComparesByContent()
    {
        Assert.Equal(new SecretText("a"), new SecretText("a"));
        Assert.NotEqual(new SecretText("a"), new SecretText("ab"));
    }

    [Fact]
    public void SecretBytes_AreClearedOnDispose()
    {
        byte[] bytes = [1, 2, 3];
        var secret = new SecretBytes(bytes);
        Assert.Equal("***", secret.ToString());
        Assert.True(secret.ContentEquals([1, 2, 3]));

        secret.Dispose();

        Assert.Equal(new byte[3], bytes);
    }
}
