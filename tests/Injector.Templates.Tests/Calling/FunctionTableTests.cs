using Injector.Templates.Calling;

namespace Injector.Templates.Tests.Calling;

public sealed class FunctionTableTests
{
    [Fact]
    public void EveryName_StandsForOneFunction()
    {
        var names = FunctionTable.All.Select(static function => function.Name).ToList();

        Assert.Equal(names.Distinct(StringComparer.Ordinal), names);
    }

    [Fact]
    public void EveryFunction_IsFoundByItsName() =>
        Assert.All(FunctionTable.All, static function => Assert.True(FunctionTable.TryFind(function.Name, out var found) && ReferenceEquals(found, function)));

    [Fact]
    public void AnotherName_IsNotFound() => Assert.False(FunctionTable.TryFind("secreT", out _));
}
