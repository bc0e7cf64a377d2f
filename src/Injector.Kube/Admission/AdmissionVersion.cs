namespace Injector.Kube.Admission;

/// <summary>The versions of <c>admission.k8s.io</c> we speak; both have the same members.</summary>
public enum AdmissionVersion
{
    /// <summary>The current version.</summary>
    V1,

    /// <summary>The version of clusters before 1.16.</summary>
    V1Beta1,
}
