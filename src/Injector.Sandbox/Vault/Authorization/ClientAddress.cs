using System.Net;

namespace Injector.Sandbox.Vault.Authorization;

/// <summary>Compares a client's address with the networks a token or role is bound to.</summary>
internal static class ClientAddress
{
    public static bool IsWithin(IReadOnlyList<string> networks, IPAddress? address)
    {
        if (networks.Count == 0)
        {
            return true;
        }

        var plain = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        return plain is not null && networks.Any(network => Contains(network, plain));
    }

    private static bool Contains(string network, IPAddress address) =>
        IPNetwork.TryParse(network, out var parsed) ? parsed.Contains(address) : IPAddress.TryParse(network, out var single) && single.Equals(address);
}
