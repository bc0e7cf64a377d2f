using System.Diagnostics;
using System.Globalization;
using System.Net;
using Injector.TestKit.Network;

namespace Injector.TestKit.Postgres;

/// <summary>A PostgreSQL server of its own in a temporary folder, on a free port of the loopback interface.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>The superuser.</summary>
    public const string AdministratorName = "admin";

    /// <summary>The superuser's password; worth nothing outside the test.</summary>
    public const string AdministratorPassword = "admin-p4ss";

    private readonly TemporaryFolder _folder;
    private readonly Process _process;

    private PostgresServer(TemporaryFolder folder, Process process, int port)
    {
        _folder = folder;
        _process = process;
        Port = port;
    }

    /// <summary>Why no server can be started here; null: one can.</summary>
    public static string? Missing => FindPrograms() is null ? "PostgreSQL is not installed on this machine." : null;

    /// <summary>The port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>The address as Vault's database engine takes it.</summary>
    public string ConnectionUrl => string.Create(CultureInfo.InvariantCulture, $"postgresql://{{{{username}}}}:{{{{password}}}}@127.0.0.1:{Port}/postgres?sslmode=disable");

    /// <summary>Starts a server.</summary>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <returns>A server that answers.</returns>
    public static async Task<PostgresServer> StartAsync(CancellationToken cancellationToken)
    {
        var programs = FindPrograms() ?? throw new InvalidOperationException(Missing);
        var folder = new TemporaryFolder();
        var passwordFile = folder.PathOf("password");
        await File.WriteAllTextAsync(passwordFile, AdministratorPassword, cancellationToken);
        if (Environment.IsPrivilegedProcess)
        {
            // The server refuses to run as root; Debian's packages bring a user for it.
            await RunAsync("chown", ["-R", "postgres", folder.FullName], cancellationToken);
        }

        var cluster = folder.PathOf("cluster");
        var initialise = AsServerUser(Path.Combine(programs, "initdb"),
            ["-D", cluster, "-U", AdministratorName, "--auth=scram-sha-256", $"--pwfile={passwordFile}", "--no-sync", "--no-locale", "--encoding=UTF8"]);
        await RunAsync(initialise[0], initialise[1..], cancellationToken);
        var port = LoopbackPort.Free();
        var start = AsServerUser(Path.Combine(programs, "postgres"),
            ["-D", cluster, "-F", "-p", port.ToString(CultureInfo.InvariantCulture), "-c", "listen_addresses=127.0.0.1", "-c", $"unix_socket_directories={folder.FullName}"]);
        var server = new PostgresServer(folder, Start(start[0], start[1..]), port);
        await server.WaitUntilReadyAsync(cancellationToken);
        return server;
    }

    /// <summary>Runs one statement.</summary>
    /// <param name="user">Who runs it.</param>
    /// <param name="password">The user's password.</param>
    /// <param name="sql">The statement.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>Whether the server took it, and its first value.</returns>
    public async Task<(bool Success, string Output)> QueryAsync(string user, string password, string sql, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("psql", ["-X", "-A", "-t", "-q", "-w", "-h", "127.0.0.1", "-p", Port.ToString(CultureInfo.InvariantCulture), "-U", user, "-d", "postgres", "-c", sql])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PGPASSWORD"] = password;
        using var client = Process.Start(start) ?? throw new InvalidOperationException("psql did not start.");
        var errors = client.StandardError.ReadToEndAsync(cancellationToken);
        var output = await client.StandardOutput.ReadToEndAsync(cancellationToken);
        await errors;
        await client.WaitForExitAsync(cancellationToken);
        return (client.ExitCode == 0, output.Trim());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            // SIGINT ends the server at once and disconnects everybody.
            await RunAsync("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)], CancellationToken.None);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        _folder.Dispose();
    }

    private static string? FindPrograms()
    {
        string[] roots = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql") : [];
        return roots.Select(static root => Path.Combine(root, "bin")).Where(static bin => File.Exists(Path.Combine(bin, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault();
    }

    private static string[] AsServerUser(string program, string[] arguments) => Environment.IsPrivilegedProcess
        ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", program, .. arguments]
        : [program, .. arguments];

    private static Process Start(string program, string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/" })
            ?? throw new InvalidOperationException($"{program} did not start.");
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task RunAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        using var process = Start(program, arguments);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
        }
    }

    private async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!(await QueryAsync(AdministratorName, AdministratorPassword, "SELECT 1", cancellationToken)).Success)
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"postgres ended with {_process.ExitCode}.");
            }

            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }
}
