namespace Injector.Vault.Login.Methods;

/// <summary>Where the credentials of an AppRole come from.</summary>
/// <param name="RoleId">The role id's file.</param>
/// <param name="SecretId">The secret id's file; null: the role needs none.</param>
/// <param name="WrappingPath">The file holds a wrapping token that must have been created at this path; null: the secret id itself.</param>
internal sealed record AppRoleFiles(RemovableFile RoleId, RemovableFile? SecretId, string? WrappingPath);
