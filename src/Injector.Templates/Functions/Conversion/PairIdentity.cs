using System.Runtime.CompilerServices;
using Injector.Templates.Values;

namespace Injector.Templates.Functions.Conversion;

/// <summary>Two pairs are the same when they are pairs of the same instances.</summary>
internal sealed class PairIdentity : IEqualityComparer<(Value First, Value Second)>
{
    public bool Equals((Value First, Value Second) x, (Value First, Value Second) y) =>
        ReferenceEquals(x.First, y.First) && ReferenceEquals(x.Second, y.Second);

    public int GetHashCode((Value First, Value Second) obj) =>
        HashCode.Combine(RuntimeHelpers.GetHashCode(obj.First), RuntimeHelpers.GetHashCode(obj.Second));
}
