namespace Injector.Agent.CommandLine;

internal static class Usage
{
    public const string Text = """
        injector-agent: brings secrets of Vault into files, and keeps them fresh.

          agent -config=FILE …   run; a file or a folder, may be repeated; without it the
                                 variable VAULT_CONFIG (base64 of JSON) is read
          wait [-timeout=30s]    return when all files are there
          status [-o json]       explain what the running agent does
          health                 exit 0 once every file was published
          token revoke -self     revoke the token of VAULT_TOKEN or of the home folder
          version

        Flags of agent: -exit-after-auth -log-level=LEVEL -log-format=standard|json
          -log-file=FILE -combine-logs -address=URL -namespace=NAME -ca-cert=FILE
          -ca-path=FOLDER -client-cert=FILE -client-key=FILE -tls-server-name=NAME
          -tls-skip-verify
        """;
}
