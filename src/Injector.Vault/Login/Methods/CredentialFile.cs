using Injector.Contracts.Diagnostics;
using Injector.Contracts.Secrecy;

namespace Injector.Vault.Login.Methods;

/// <summary>Reads a small file with a credential. Kubernetes rotates such files, so nothing is kept.</summary>
internal static class CredentialFile
{
    private const int MaxBytes = 64 * 1024;

    /// <returns>The trimmed text, or a diagnostic that names the file.</returns>
    public static (SecretText? Text, Diagnostic? Failure) Read(string path)
    {
        try
        {
            var file = new FileInfo(path);

            // A link, as all files of a projected volume are, has a length of its own, and is there without its file.
            file = file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
            if (!file.Exists)
            {
                return (null, Catalogue.Vault.CredentialMissing.For(path, path, "does not exist"));
            }

            if (file.Length == 0)
            {
                // A pipe or a device as well: reading one could wait for ever, and no signal would end that.
                return (null, Catalogue.Vault.CredentialMissing.For(path, path, "is empty"));
            }

            if (file.Length > MaxBytes)
            {
                return (null, Catalogue.Vault.CredentialMissing.For(path, path, "is larger than a credential can be"));
            }

            var text = File.ReadAllText(path).Trim();
            return text.Length == 0
                ? (null, Catalogue.Vault.CredentialMissing.For(path, path, "is empty"))
                : (new SecretText(text), null);
        }
        catch (IOException)
        {
            return (null, Catalogue.Vault.CredentialMissing.For(path, path, "cannot be read"));
        }
        catch (UnauthorizedAccessException)
        {
            return (null, Catalogue.Vault.CredentialMissing.For(path, path, "may not be read by this user"));
        }
    }
}
