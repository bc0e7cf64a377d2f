namespace Injector.EndToEnd.Tests.Nodes;

/// <summary>Whose nodes run the pods of a test.</summary>
public enum NodeKind
{
    /// <summary>This machine: containers are local processes.</summary>
    Sandbox,

    /// <summary>The cluster of <c>INJECTOR_TEST_KUBECONFIG</c>, when <c>INJECTOR_TEST_KUBELET</c> is 1.</summary>
    Real,
}
