using System.Runtime.InteropServices;
using System.Text;

namespace Injector.Benchmarks.Agent;

/// <summary>
/// Notes when the last name appeared in a folder: the moment from which a reader finds every file. The kernel tells it, so that nothing has to look
/// again and again while an agent is measured.
/// </summary>
internal sealed partial class PublicationWatch : IDisposable
{
    private const uint MovedTo = 0x80;
    private const uint Created = 0x100;
    private const int LargestEvents = 64 * 1024;
    private const int EventHead = 16;
    private const string Farewell = "..watched";

    private readonly string _folder;
    private readonly int _events;
    private readonly Thread _thread;
    private long _last;

    public PublicationWatch(string folder)
    {
        _folder = folder;
        _events = Initialize(0);
        if (_events < 0 || AddWatch(_events, folder, MovedTo | Created) < 0)
        {
            throw new InvalidOperationException($"'{folder}' cannot be watched.");
        }

        _thread = new Thread(Note) { IsBackground = true };
        _thread.Start();
    }

    /// <summary>Ends the watch.</summary>
    /// <returns>Timestamp of the last name that appeared; 0: none did.</returns>
    public long End()
    {
        var farewell = Path.Combine(_folder, Farewell);
        File.WriteAllBytes(farewell, []);
        _thread.Join();
        File.Delete(farewell);
        return _last;
    }

    public void Dispose() => _ = Close(_events);

    // The farewell wakes and ends the thread. What is read together with it came before it.
    private void Note()
    {
        var buffer = new byte[LargestEvents];
        var farewell = Encoding.ASCII.GetBytes(Farewell);
        while (Read(_events, ref buffer[0], buffer.Length) is > 0 and var length)
        {
            var now = TimeProvider.System.GetTimestamp();
            var names = buffer.AsSpan(EventHead, (int)length - EventHead);
            if (!names.StartsWith(farewell))
            {
                _last = now;
            }

            if (names.IndexOf(farewell) >= 0)
            {
                return;
            }
        }
    }

    [LibraryImport("libc", EntryPoint = "inotify_init1")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int Initialize(int flags);

    [LibraryImport("libc", EntryPoint = "inotify_add_watch", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int AddWatch(int handle, string path, uint mask);

    [LibraryImport("libc", EntryPoint = "read")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nint Read(int handle, ref byte buffer, nint count);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int Close(int handle);
}
