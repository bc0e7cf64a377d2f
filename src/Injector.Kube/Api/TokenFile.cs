using Injector.Contracts.Secrecy;

namespace Injector.Kube.Api;

/// <summary>
/// The token the kubelet renews. It replaces a token of one hour when a fifth of its life is left, so a copy that is at most a minute old is
/// never an expired one.
/// </summary>
internal sealed class TokenFile
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(1);

    private readonly string _path;
    private readonly TimeProvider _time;
    private readonly Lock _turn = new();
    private SecretText? _token;
    private long _readAt;

    public TokenFile(string path, TimeProvider time)
    {
        _path = path;
        _time = time;
    }

    public SecretText? Read()
    {
        lock (_turn)
        {
            if (_token is null || _time.GetElapsedTime(_readAt) >= MaxAge)
            {
                _token = ReadFile() ?? _token;
                _readAt = _time.GetTimestamp();
            }

            return _token;
        }
    }

    private SecretText? ReadFile()
    {
        try
        {
            return new SecretText(File.ReadAllText(_path).Trim());
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // The mount is being swapped; the former token is still good.
            return null;
        }
    }
}
