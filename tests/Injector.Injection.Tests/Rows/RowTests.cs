using Injector.Injection.Tests.Fixtures;

namespace Injector.Injection.Tests.Rows;

/// <summary>Every row of the specification, and of what goes beyond it.</summary>
public sealed class RowTests
{
    private static readonly Dictionary<string, RowCase> Cases =
        new RowCase[][] { [.. KeyRows.All], [.. GeneralRows.All], [.. MutationRows.All], [.. OwnRows.All] }.SelectMany(table => table).ToDictionary(@case => @case.Id);

    public static TheoryData<string> Ids => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Holds(string id)
    {
        var @case = Cases[id];

        var answer = Answer.For(@case.Pod, @case.Settings, @case.Namespace, @case.NamespaceAnnotations);

        @case.Check(answer);
    }

    [Fact]
    public void EveryRow_HasATest() => Assert.Equal([], SpecificationRows.All.Except(Cases.Values.Select(SpecificationRows.Of)));

    [Fact]
    public void EveryTest_HasARow() => Assert.Equal([], Cases.Values.Select(SpecificationRows.Of).Except(SpecificationRows.All));
}
