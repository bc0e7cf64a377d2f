using System.Globalization;
using System.Text.Json.Nodes;

namespace Injector.Sandbox.Kubernetes.ApiServer;

/// <summary>
/// Objects with versions: one counter for the whole store, a change only against the version it was made from, and a history from which watches
/// go on.
/// </summary>
internal sealed class ObjectStore
{
    private const int MaxHistory = 1000;

    private readonly Dictionary<(string Collection, string Name), ApiObject> _objects = [];
    private readonly List<ApiEvent> _history = [];
    private readonly Lock _turn = new();
    private readonly TimeProvider _time;
    private TaskCompletionSource _changed = NewSignal();
    private long _version = 1000;

    public ObjectStore(TimeProvider time) => _time = time;

    public JsonObject Get(string collection, string name)
    {
        lock (_turn)
        {
            return Find(collection, name).Body.DeepClone().AsObject();
        }
    }

    public (long Version, IReadOnlyList<JsonObject> Items) List(string collection)
    {
        lock (_turn)
        {
            return (_version, [.. Of(collection).Select(static item => item.Body.DeepClone().AsObject())]);
        }
    }

    public JsonObject Create(string collection, JsonObject body)
    {
        var metadata = Metadata(body);
        var name = (string?)metadata["name"] ?? throw new ApiFailure(422, "Invalid", "metadata.name: Required value: name or generateName is required");
        lock (_turn)
        {
            if (_objects.ContainsKey((collection, name)))
            {
                throw new ApiFailure(409, "AlreadyExists", $"\"{name}\" already exists");
            }

            metadata["uid"] = Guid.NewGuid().ToString();
            metadata["creationTimestamp"] = _time.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
            return Store("ADDED", new ApiObject(collection, name, body));
        }
    }

    public JsonObject Replace(string collection, string name, JsonObject body)
    {
        lock (_turn)
        {
            var former = Find(collection, name);
            var asked = (string?)Metadata(body)["resourceVersion"];
            var present = (string?)Metadata(former.Body)["resourceVersion"];
            if (!string.IsNullOrEmpty(asked) && asked != present)
            {
                throw new ApiFailure(409, "Conflict", $"Operation cannot be fulfilled on \"{name}\": the object has been modified; please apply your changes to the latest version and try again");
            }

            Metadata(body)["uid"] = Metadata(former.Body)["uid"]?.DeepClone();
            Metadata(body)["creationTimestamp"] = Metadata(former.Body)["creationTimestamp"]?.DeepClone();
            return Store("MODIFIED", former with { Body = body });
        }
    }

    public JsonObject Change(string collection, string name, Func<JsonObject, JsonObject> change)
    {
        lock (_turn)
        {
            var former = Find(collection, name);
            return Store("MODIFIED", former with { Body = change(former.Body.DeepClone().AsObject()) });
        }
    }

    /// <summary>Removes an object.</summary>
    /// <returns>What it was.</returns>
    public JsonObject Delete(string collection, string name)
    {
        lock (_turn)
        {
            var former = Find(collection, name);
            _objects.Remove((collection, name));
            _version++;
            Record(new ApiEvent(_version, "DELETED", former));
            return former.Body.DeepClone().AsObject();
        }
    }

    /// <summary>Changes of a collection after a version; waits until there is one.</summary>
    public Task<IReadOnlyList<ApiEvent>> ChangesAsync(string collection, long after, CancellationToken cancellationToken) =>
        ChangesAsync(change => change.Object.Collection == collection, after, cancellationToken);

    /// <summary>Chosen changes after a version; waits until there is one.</summary>
    public async Task<IReadOnlyList<ApiEvent>> ChangesAsync(Func<ApiEvent, bool> isChosen, long after, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task changed;
            lock (_turn)
            {
                if (_history.Count > 0 && after < _history[0].Version - 1)
                {
                    throw new ApiFailure(410, "Expired", $"too old resource version: {after} ({_history[0].Version})");
                }

                var found = _history.Where(change => change.Version > after && isChosen(change)).ToList();
                if (found.Count > 0)
                {
                    return found;
                }

                changed = _changed.Task;
            }

            await changed.WaitAsync(cancellationToken);
        }
    }

    private static JsonObject Metadata(JsonObject body) => body["metadata"] as JsonObject ?? throw new ApiFailure(422, "Invalid", "metadata: Required value");

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private IEnumerable<ApiObject> Of(string collection) =>
        _objects.Values.Where(item => item.Collection == collection).OrderBy(static item => item.Name, StringComparer.Ordinal);

    private ApiObject Find(string collection, string name) =>
        _objects.GetValueOrDefault((collection, name)) ?? throw new ApiFailure(404, "NotFound", $"{collection[(collection.LastIndexOf('/') + 1)..]} \"{name}\" not found");

    private JsonObject Store(string type, ApiObject item)
    {
        _version++;
        Metadata(item.Body)["resourceVersion"] = _version.ToString(CultureInfo.InvariantCulture);
        _objects[(item.Collection, item.Name)] = item;
        Record(new ApiEvent(_version, type, item with { Body = item.Body.DeepClone().AsObject() }));
        return item.Body.DeepClone().AsObject();
    }

    private void Record(ApiEvent change)
    {
        _history.Add(change);
        if (_history.Count > MaxHistory)
        {
            _history.RemoveRange(0, MaxHistory / 2);
        }

        var signal = _changed;
        _changed = NewSignal();
        signal.TrySetResult();
    }
}
