namespace Injector.Benchmarks.Fuzzing;

/// <summary>Takes inputs that nobody meant. An exception, a crash or a hang is a finding.</summary>
internal interface IFuzzTarget
{
    /// <summary>Runs one input.</summary>
    void Execute(ReadOnlyMemory<byte> input);
}
