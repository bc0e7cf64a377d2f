namespace Injector.Rendering.Supervision;

/// <summary>What a change of a variable means for the program: <c>restart_on_secret_changes</c>.</summary>
public enum VariableChange
{
    /// <summary>It is stopped and started again.</summary>
    Restarts,

    /// <summary>It is said in the log, and nothing else.</summary>
    IsLogged,
}
