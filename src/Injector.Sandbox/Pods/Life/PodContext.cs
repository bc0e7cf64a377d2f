using Injector.Sandbox.Pods.Specification;

namespace Injector.Sandbox.Pods.Life;

/// <summary>What the parts of a running pod share.</summary>
internal sealed record PodContext(PodSpecification Pod, PodStatusBoard Board, PodLog Log, ContainerActions Actions, TimeProvider Time);
