namespace Bootstrapper.Simulator;

/// <summary>Chooses a fault by chance.</summary>
internal static class RandomFault
{
    private const int Kinds = 14;
    private const int MostCommands = 3;
    private const int MostGarbage = 64;
    private const int LongestDelay = 20_000;
    private const int LongestBoot = 5_000;

    private static readonly int[] _cmeErrors = [0, 3, 4, 10, 11, 12, 13, 14, 15, 16, 20, 50, 100, 515];

    private static readonly ushort[] _statusWords =
    [
        0x6100, 0x6110, 0x6200, 0x6281, 0x6282, 0x6283, 0x63C0, 0x6400, 0x6581, 0x6700, 0x6881, 0x6981, 0x6982, 0x6983,
        0x6984, 0x6985, 0x6986, 0x6989, 0x6A81, 0x6A82, 0x6A83, 0x6A86, 0x6A88, 0x6B00, 0x6C00, 0x6C10, 0x6D00, 0x6E00,
        0x6F00, 0x9000, 0x910F, 0x9300, 0x9404,
    ];

    /// <summary>Chooses one, among those given as well.</summary>
    public static Fault Next(Random random, ReadOnlySpan<Fault> others)
    {
        int kind = random.Next(Kinds + others.Length);
        return kind switch
        {
            0 => new SilentFault { Commands = random.Next(MostCommands) + 1 },
            1 => new SlowFault(TimeSpan.FromMilliseconds(random.Next(LongestDelay))),
            2 => new ErrorFault { Commands = random.Next(MostCommands) + 1 },
            3 => new CmeErrorFault(Pick(random, _cmeErrors)) { Commands = random.Next(MostCommands) + 1 },
            4 => new ErrorAfterExecutingFault(),
            5 => new AnswerLostFault(),
            6 => new FinalLostFault(),
            7 => new BitErrorFault(random.Next()),
            8 => new ByteLostFault(random.Next()),
            9 => new GarbageFault(random.Next(), random.Next(MostGarbage) + 1),
            10 => new ResetFault(TimeSpan.FromMilliseconds(random.Next(LongestBoot))),
            11 => new CardPulledFault(),
            12 => new ChannelsExhaustedFault(),
            13 => new StatusWordFault(Pick(random, _statusWords)),
            _ => others[kind - Kinds],
        };
    }

    private static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];
}
