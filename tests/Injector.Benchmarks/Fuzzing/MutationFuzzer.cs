namespace Injector.Benchmarks.Fuzzing;

/// <summary>
/// Changes seeds at random and runs the target on them. It knows nothing of the code it runs; it stands in where afl++ cannot be installed.
/// </summary>
internal sealed class MutationFuzzer(FuzzSubject subject, IReadOnlyList<byte[]> seeds, Random random)
{
    private const int MostChanges = 6;

    /// <summary>Runs for <paramref name="duration"/>; gives the input of the first finding, or nothing.</summary>
    public (byte[] Input, Exception Finding)? Run(TimeProvider time, TimeSpan duration, out long executions)
    {
        var target = subject.Create();
        var start = time.GetTimestamp();
        for (executions = 0; time.GetElapsedTime(start) < duration; executions++)
        {
            var input = Mutate();
            try
            {
                target.Execute(input);
            }
#pragma warning disable CA1031 // Whatever comes out of the target is the finding.
            catch (Exception finding)
#pragma warning restore CA1031
            {
                return (input, finding);
            }
        }

        return null;
    }

    private byte[] Mutate()
    {
        var input = new List<byte>(Pick());
        for (var changes = random.Next(1, MostChanges); changes > 0; changes--)
        {
            var at = random.Next(input.Count + 1);
            switch (random.Next(6))
            {
                case 0 when input.Count > 0:
                    input[random.Next(input.Count)] ^= (byte)(1 << random.Next(8));
                    break;
                case 1 when input.Count > 0:
                    input.RemoveRange(at, Math.Min(input.Count - at, random.Next(1, 8)));
                    break;
                case 2:
                    input.Insert(at, (byte)random.Next(256));
                    break;
                case 3:
                    var piece = Pick();
                    var start = random.Next(piece.Length + 1);
                    input.InsertRange(at, piece[start..Math.Min(piece.Length, start + random.Next(1, 24))]);
                    break;
                case 4 when input.Count > 0:
                    input.InsertRange(at, input.GetRange(at, Math.Min(input.Count - at, random.Next(1, 32))));
                    break;
                default:
                    input.InsertRange(at, subject.Tokens[random.Next(subject.Tokens.Count)]);
                    break;
            }
        }

        return [.. input];
    }

    private byte[] Pick() => seeds[random.Next(seeds.Count)];
}
