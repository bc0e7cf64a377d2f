namespace Injector.Contracts.Agent.Reading;

/// <summary>Whether a block may carry a label such as the type in <c>method "kubernetes" {}</c>.</summary>
internal enum BlockLabel
{
    None,
    Possible,
}
