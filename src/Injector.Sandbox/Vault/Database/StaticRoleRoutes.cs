using System.Collections.Concurrent;
using Injector.Sandbox.Vault.Clock;
using Injector.Sandbox.Vault.Requests;
using Injector.Sandbox.Vault.Routing;

namespace Injector.Sandbox.Vault.Database;

/// <summary><c>static-roles/</c>, <c>static-creds/</c> and <c>rotate-role/</c>. The password changes when its time has come, whether somebody reads or not.</summary>
internal sealed class StaticRoleRoutes(ConcurrentDictionary<string, Connection> connections, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan ShortestPeriod = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _gate = new(1);
    private readonly Dictionary<string, StaticRole> _roles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Deadline> _deadlines = new(StringComparer.Ordinal);
    private Task _rotations = Task.CompletedTask;

    public IEnumerable<Route> Routes() =>
    [
        new Route("static-roles").On(VaultOperation.List, _ => VaultReply.Keys([.. _roles.Keys])),
        new Route("static-roles/{name}") { Exists = call => _roles.ContainsKey(call["name"]) }
            .OnAsync(VaultOperation.Read, (call, stop) => WithRoleAsync(call, static (role, _) => VaultReply.Ok(role.ToJson()), stop))
            .OnAsync(VaultOperation.Write, WriteAsync)
            .OnAsync(VaultOperation.Delete, DeleteAsync),
        new Route("static-creds/{name}").OnAsync(VaultOperation.Read, (call, stop) => WithRoleAsync(call, static (role, now) => VaultReply.Ok(role.ToCredentials(now)), stop)),
        new Route("rotate-role/{name}").OnAsync(VaultOperation.Write, RotateNowAsync),
    ];

    public void Dispose()
    {
        foreach (var deadline in _deadlines.Values)
        {
            deadline.Dispose();
        }

        _gate.Dispose();
    }

    private async ValueTask<VaultReply> WithRoleAsync(VaultCall call, Func<StaticRole, DateTimeOffset, VaultReply> answer, CancellationToken cancellationToken)
    {
        using (await EnterAsync(cancellationToken))
        {
            return _roles.GetValueOrDefault(call["name"]) is { } role ? answer(role, time.GetUtcNow())
                : call.RelativePath.StartsWith("static-creds", StringComparison.Ordinal) ? VaultReply.BadRequest($"unknown role: {call["name"]}")
                : VaultReply.Missing;
        }
    }

    private async ValueTask<VaultReply> WriteAsync(VaultCall call, CancellationToken cancellationToken)
    {
        using (await EnterAsync(cancellationToken))
        {
            var fields = call.Fields();
            var known = _roles.GetValueOrDefault(call["name"]);
            var role = (known ?? new StaticRole()).Update(fields);
            if (fields.Refusal is { } refusal)
            {
                return refusal;
            }

            if (role.UserName.Length == 0 || role.Connection.Length == 0 || role.RotationPeriod < ShortestPeriod)
            {
                return VaultReply.BadRequest("username, db_name and a rotation_period of at least 5 seconds are required");
            }

            _roles[call["name"]] = role;
            return known is null ? await RotateAsync(call["name"], cancellationToken) ?? VaultReply.NoContent : VaultReply.NoContent;
        }
    }

    private async ValueTask<VaultReply> DeleteAsync(VaultCall call, CancellationToken cancellationToken)
    {
        using (await EnterAsync(cancellationToken))
        {
            _roles.Remove(call["name"]);
            if (_deadlines.Remove(call["name"], out var deadline))
            {
                deadline.Dispose();
            }

            return VaultReply.NoContent;
        }
    }

    private async ValueTask<VaultReply> RotateNowAsync(VaultCall call, CancellationToken cancellationToken)
    {
        using (await EnterAsync(cancellationToken))
        {
            return _roles.ContainsKey(call["name"])
                ? await RotateAsync(call["name"], cancellationToken) ?? VaultReply.NoContent
                : VaultReply.BadRequest("no static role found for role name");
        }
    }

    private async ValueTask<VaultReply?> RotateAsync(string name, CancellationToken cancellationToken)
    {
        var role = _roles[name];
        if (connections.GetValueOrDefault(role.Connection) is not { } connection || !connection.Allows(name))
        {
            return Refusals.Internal($"\"{name}\" is not an allowed role of a connection named \"{role.Connection}\"");
        }

        var password = Credentials.Password();
        var statements = role.Rotation.Count > 0 ? role.Rotation : connection.Database.DefaultRotation;
        if (await connection.Database.RunAsync(statements, new DatabaseUser(role.UserName, password, time.GetUtcNow()), cancellationToken) is { } fault)
        {
            DeadlineOf(name).Set(time.GetUtcNow() + RetryPause);
            return Refusals.Internal(fault.Message);
        }

        _roles[name] = role with { Password = password, LastRotation = time.GetUtcNow() };
        DeadlineOf(name).Set(_roles[name].NextRotation);
        return null;
    }

    private Deadline DeadlineOf(string name)
    {
        if (!_deadlines.TryGetValue(name, out var deadline))
        {
            _deadlines[name] = deadline = new Deadline(time, () => _rotations = RotateLaterAsync(_rotations, name));
        }

        return deadline;
    }

    private async Task RotateLaterAsync(Task before, string name)
    {
        await before;
        using (await EnterAsync(CancellationToken.None))
        {
            if (_roles.ContainsKey(name))
            {
                await RotateAsync(name, CancellationToken.None);
            }
        }
    }

    private async ValueTask<Exit> EnterAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        return new Exit(_gate);
    }

    private readonly struct Exit(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
