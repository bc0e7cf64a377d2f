using System.Globalization;
using SharpFuzz;

namespace Injector.Benchmarks.Fuzzing;

/// <summary>The commands behind <c>make fuzz-templates</c> and <c>make fuzz-reviews</c>.</summary>
internal static class FuzzCommand
{
    private const string Usage = """
        usage: Injector.Benchmarks fuzz-templates|fuzz-reviews
                 seed CORPUS DIRECTORY      write the seeds to files
                 afl                        run under afl-fuzz, on instrumented assemblies
                 mutate CORPUS MINUTES      run without afl-fuzz
                 keep CORPUS DIRECTORY      keep what afl-fuzz found interesting
        """;

    public static int Run(FuzzSubject subject, string[] arguments)
    {
        switch (arguments)
        {
            case ["seed", var corpus, var directory]:
                new FuzzCorpus(subject, corpus).Export(directory);
                return 0;
            case ["afl"]:
                RunUnderAfl(subject);
                return 0;
            case ["mutate", var corpus, var minutes]:
                return Mutate(subject, corpus, TimeSpan.FromMinutes(double.Parse(minutes, CultureInfo.InvariantCulture)));
            case ["keep", var corpus, var directory]:
                new FuzzCorpus(subject, corpus).Keep(Directory.EnumerateFiles(directory).Select(File.ReadAllBytes));
                return 0;
            default:
                Console.Error.WriteLine(Usage);
                return 64;
        }
    }

    private static void RunUnderAfl(FuzzSubject subject)
    {
        // Instrumented code may run only once the fuzzer has set up the memory it writes to.
        IFuzzTarget? target = null;
        Fuzzer.OutOfProcess.Run(stream =>
        {
            using var input = new MemoryStream();
            stream.CopyTo(input);
            target ??= subject.Create();
            target.Execute(input.ToArray());
        });
    }

    private static int Mutate(FuzzSubject subject, string corpus, TimeSpan duration)
    {
        // The seed is printed, so that a run can be repeated.
        var seed = (int)(TimeProvider.System.GetTimestamp() & int.MaxValue);
        var finding = new MutationFuzzer(subject, [.. new FuzzCorpus(subject, corpus).Seeds()], new Random(seed)).Run(TimeProvider.System, duration, out var executions);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{executions} executions, random seed {seed}"));
        if (finding is not { } found)
        {
            return 0;
        }

        Console.Error.WriteLine($"finding on base64 {Convert.ToBase64String(found.Input)}\n{found.Finding}");
        return 1;
    }
}
