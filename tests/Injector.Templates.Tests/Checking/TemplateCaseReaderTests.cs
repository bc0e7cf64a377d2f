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

    [Theory]
    [InlineData("9223372036854775807", "9223372036854775807 int")]
    [InlineData("-9007199254740993", "-9007199254740993 int")]
    [InlineData("9223372036854775808", "9.223372036854776e+18 float64")]
    [InlineData("1e3", "1000 int")]
    public void Keeps_EveryIntegerThatFits(string number, string expected)
    {
        var line = $$"""{"id":"n","template":"<% printf `%v %T` . . %>","delims":["<%","%>"],"numbers":"int","data":{{number}},"want":"{{expected}}"}""";
        var subject = Assert.Single(new TemplateCaseReader(TimeProvider.System).Read(Encoding.UTF8.GetBytes(line)));

        Assert.Null(TemplateCaseRunner.Run(subject).Difference);
    }
}
