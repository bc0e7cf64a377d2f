using Injector.Agent.Local;

namespace Injector.Agent.Tests.Local;

/// <summary>agent.md §14: the head of a request has less time than the whole of it.</summary>
public sealed class LocalRequestReaderTests
{
    [Theory]
    [InlineData("GET /v1/x HTTP/1.1\r\nHost: a", 0)]
    [InlineData("GET /v1/x HTTP/1.1\r\nHost: a\r\n\r\n", 1)]
    [InlineData("PUT /v1/x HTTP/1.1\r\nContent-Length: 2\r\n\r\n{}", 1)]
    public async Task TheEndOfTheHead_IsTold(string request, int expected)
    {
        var told = 0;
        using var stream = new MemoryStream(System.Text.Encoding.ASCII.GetBytes(request));

        await LocalRequestReader.ReadAsync(stream, () => told++, TestContext.Current.CancellationToken);

        Assert.Equal(expected, told);
    }
}
