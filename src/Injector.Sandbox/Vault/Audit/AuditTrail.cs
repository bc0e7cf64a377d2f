using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Injector.Sandbox.Vault.Audit;

/// <summary>The audit devices of the server. With devices, a request that none of them could write down is refused.</summary>
internal sealed class AuditTrail : IDisposable
{
    private readonly Lock _lock = new();
    private volatile ImmutableList<AuditDevice> _devices = [];

    public IReadOnlyList<AuditDevice> Devices => _devices;

    public bool IsOn => !_devices.IsEmpty;

    public bool TryAdd(AuditDevice device)
    {
        lock (_lock)
        {
            if (_devices.Exists(other => other.Path == device.Path))
            {
                return false;
            }

            _devices = _devices.Add(device);
            return true;
        }
    }

    public void Remove(string path)
    {
        lock (_lock)
        {
            foreach (var device in _devices.FindAll(device => device.Path == path))
            {
                _devices = _devices.Remove(device);
                device.Dispose();
            }
        }
    }

    /// <summary>Writes a line to every device.</summary>
    /// <param name="line">Makes the line, hashed for a device.</param>
    /// <returns>False when there are devices and none took it.</returns>
    public bool TryWrite(Func<AuditDevice, JsonObject> line)
    {
        var (isWanted, isWritten) = (false, false);
        foreach (var device in _devices)
        {
            isWanted = true;
            isWritten |= device.TryWrite(line(device));
        }

        return isWritten || !isWanted;
    }

    public void Dispose()
    {
        foreach (var device in _devices)
        {
            device.Dispose();
        }
    }
}
