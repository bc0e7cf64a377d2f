using System.Globalization;

namespace Injector.Agent.Logging;

/// <summary>
/// A log file that is put aside when it is large or old: <c>agent.log</c> becomes <c>agent-1764072000000000000.log</c>, with the moment in nanoseconds,
/// as the reference names them. Each write is a whole line, so lines are never torn. When the file cannot be put aside, it goes on growing.
/// </summary>
internal sealed class RotatingLogFile : Stream
{
    private const int NanosecondsPerTick = 100;

    private readonly string _path;
    private readonly LogFileRotation _rotation;
    private readonly TimeProvider _time;
    private FileStream _file;
    private long _openedAt;

    public RotatingLogFile(string path, LogFileRotation rotation, TimeProvider time)
    {
        (_path, _rotation, _time) = (path, rotation, time);
        _file = Open();
        _openedAt = time.GetTimestamp();
    }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => _file.Length;

    public override long Position
    {
        get => _file.Position;
        set => throw new NotSupportedException();
    }

    private bool IsDue => (_rotation.MaxBytes > 0 && _file.Length >= _rotation.MaxBytes) || _time.GetElapsedTime(_openedAt) >= _rotation.MaxAge;

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (IsDue)
        {
            Rotate();
        }

        _file.Write(buffer);
    }

    public override void Flush() => _file.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _file.Dispose();
        }

        base.Dispose(disposing);
    }

    private FileStream Open() => new(_path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);

    private void Rotate()
    {
        _openedAt = _time.GetTimestamp();
        try
        {
            File.Move(_path, AsideName(Moment()), overwrite: true);
            var next = Open();
            _file.Dispose();
            _file = next;
            Prune();
        }
        catch (IOException)
        {
            // A full or read-only folder: the lines matter more than their file's size.
        }
        catch (UnauthorizedAccessException)
        {
            // The same.
        }
    }

    private string Moment() => ((_time.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks * NanosecondsPerTick).ToString(CultureInfo.InvariantCulture);

    private void Prune()
    {
        if (_rotation.MaxFiles == 0)
        {
            return;
        }

        // Moments have the same number of digits, so they sort by their text.
        var pattern = Path.GetFileName(AsideName("*"));
        var (before, after) = (pattern.IndexOf('*', StringComparison.Ordinal), pattern.Length - pattern.IndexOf('*', StringComparison.Ordinal) - 1);
        var aside = Directory.EnumerateFiles(Path.GetDirectoryName(Path.GetFullPath(_path)) ?? "/", pattern)
            .Where(file => !Path.GetFileName(file)[before..^after].AsSpan().ContainsAnyExceptInRange('0', '9'))
            .Order(StringComparer.Ordinal)
            .ToList();
        foreach (var old in aside.SkipLast(Math.Max(0, _rotation.MaxFiles)))
        {
            File.Delete(old);
        }
    }

    private string AsideName(string mark)
    {
        var extension = Path.GetExtension(_path) is { Length: > 0 } own ? own : ".log";
        return Path.Combine(Path.GetDirectoryName(_path) ?? "", $"{Path.GetFileNameWithoutExtension(_path)}-{mark}{extension}");
    }
}
