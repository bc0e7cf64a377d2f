namespace Injector.Sandbox.Vault.Routing;

/// <summary>What a route asks of its caller before the handler runs.</summary>
internal enum RouteAccess
{
    /// <summary>A token whose policies allow the operation.</summary>
    Token,

    /// <summary>The same, with the <c>sudo</c> capability.</summary>
    Sudo,

    /// <summary>Nothing: a login, or a handler that looks at the token itself.</summary>
    Anonymous,

    /// <summary>Nothing, and the route works on a sealed server.</summary>
    AnonymousEvenSealed,
}
