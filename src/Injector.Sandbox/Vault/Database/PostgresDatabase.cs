using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Injector.Contracts.Secrecy;

namespace Injector.Sandbox.Vault.Database;

/// <summary>PostgreSQL through its own client: statements go to its standard input, the password into its environment, so that neither shows in a process list.</summary>
internal sealed class PostgresDatabase(Uri address, string user, SecretText password) : IDatabase
{
    public const string PluginName = "postgresql-database-plugin";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public IReadOnlyList<string> DefaultRevocation =>
    [
        """
        DO $$ BEGIN
          IF EXISTS (SELECT FROM pg_roles WHERE rolname = '{{name}}') THEN
            REVOKE ALL PRIVILEGES ON ALL TABLES IN SCHEMA public FROM "{{name}}";
            REVOKE ALL PRIVILEGES ON ALL SEQUENCES IN SCHEMA public FROM "{{name}}";
            REVOKE ALL PRIVILEGES ON SCHEMA public FROM "{{name}}";
            EXECUTE format('REVOKE ALL PRIVILEGES ON DATABASE %I FROM "{{name}}"', current_database());
            PERFORM pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '{{name}}';
            DROP ROLE "{{name}}";
          END IF;
        END $$;
        """,
    ];

    public IReadOnlyList<string> DefaultRenewal => ["""ALTER ROLE "{{name}}" VALID UNTIL '{{expiration}}';"""];

    public IReadOnlyList<string> DefaultRotation => ["""ALTER ROLE "{{name}}" WITH PASSWORD '{{password}}';"""];

    public async ValueTask<DatabaseFault?> RunAsync(IReadOnlyList<string> statements, DatabaseUser subject, CancellationToken cancellationToken)
    {
        var script = new StringBuilder("BEGIN;\n");
        foreach (var statement in statements)
        {
            script.Append(subject.Fill(statement).TrimEnd().TrimEnd(';')).Append(";\n");
        }

        return await ExecuteAsync(script.Append("COMMIT;\n").ToString(), cancellationToken);
    }

    public async ValueTask<DatabaseFault?> CheckAsync(CancellationToken cancellationToken) => await ExecuteAsync("SELECT 1;\n", cancellationToken);

    private static DatabaseFault Unreachable(string reason) => new($"error verifying connection: {reason}");

    /// <summary>The client's message without what follows it: a statement it quotes may hold a password.</summary>
    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();

    private async ValueTask<DatabaseFault?> ExecuteAsync(string script, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            using var client = Process.Start(Command()) ?? throw new InvalidOperationException("The client did not start.");
            await using (var input = client.StandardInput)
            {
                await input.WriteAsync(script.AsMemory(), stop.Token);
            }

            var output = client.StandardOutput.ReadToEndAsync(stop.Token);
            var errors = await client.StandardError.ReadToEndAsync(stop.Token);
            await output;
            await client.WaitForExitAsync(stop.Token);
            return client.ExitCode == 0 ? null : new DatabaseFault(FirstLine(errors));
        }
        catch (Win32Exception)
        {
            return Unreachable("'psql' is not installed on this machine");
        }
        catch (IOException error)
        {
            return Unreachable(error.Message);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            return Unreachable($"no answer within {Patience.TotalSeconds} s");
        }
    }

    private ProcessStartInfo Command()
    {
        var command = new ProcessStartInfo("psql")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])["--no-psqlrc", "--quiet", "--no-password", "--set=ON_ERROR_STOP=1", "--set=VERBOSITY=terse"])
        {
            command.ArgumentList.Add(argument);
        }

        command.Environment["PGHOST"] = address.Host;
        command.Environment["PGPORT"] = (address.Port < 0 ? 5432 : address.Port).ToString(CultureInfo.InvariantCulture);
        command.Environment["PGDATABASE"] = address.AbsolutePath.Trim('/') is { Length: > 0 } name ? Uri.UnescapeDataString(name) : "postgres";
        command.Environment["PGUSER"] = user;
        command.Environment["PGPASSWORD"] = password.Reveal();
        command.Environment["PGCONNECT_TIMEOUT"] = "10";
        command.Environment["PGSSLMODE"] = QueryValue("sslmode") ?? "prefer";
        return command;
    }

    private string? QueryValue(string name) => address.Query.TrimStart('?').Split('&')
        .Select(static pair => pair.Split('=', 2))
        .Where(pair => pair.Length == 2 && pair[0] == name)
        .Select(static pair => pair[1])
        .FirstOrDefault();
}
