namespace Injector.Templates.Rendering;

/// <summary>Runs work that recurses deeper than an ordinary stack allows, on a thread of its own.</summary>
internal static class DeepStack
{
    // Enough for the deepest nesting the limits allow, with room for debug builds; untouched pages cost nothing.
    private const int StackBytes = 256 * 1024 * 1024;

    // Up to this depth the smallest stack we run on (1.5 MB) is large enough.
    private const int OrdinaryDepth = 200;

    public static bool IsNeeded(int depth) => depth > OrdinaryDepth;

    public static T Run<T>(Func<T> work)
    {
        // A task takes what goes wrong back to the caller; an exception on a thread of its own would end the process.
        var task = new Task<T>(work);
        var thread = new Thread(() => task.RunSynchronously(TaskScheduler.Default), StackBytes) { IsBackground = true };
        thread.Start();
        thread.Join();
        return task.GetAwaiter().GetResult();
    }
}
