using System.Text;
using Injector.Templates.Checking;

namespace Injector.Templates.Tests.Checking;

/// <summary>Files of cases that people write by hand.</summary>
public sealed class TemplateCaseReaderTests
{
    [Theory]
    [InlineData("""{"id":"cut", "templ""", "line 3 is not JSON")]
    [InlineData("[1]", "line 3 holds a member of the wrong kind")]
    [InlineData("""{"id":1}""", "line 3 holds a member of the wrong kind")]
    public void Names_TheLineThatIsNoCase(string line, string message)
    {
        var reader = new TemplateCaseReader(TimeProvider.System);
        var lines = Encoding.UTF8.GetBytes("""{"id":"first","template":"a","want":"a"}""" + "\n\n" + line);

        var fault = Assert.Throws<TemplateCaseException>(() => reader.Read(lines).ToList());

        Assert.Equal(message, fault.Message);
    }
}
