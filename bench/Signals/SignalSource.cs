using Regional.Wire.Signalering.V1;
using Date = Regional.Wire.Types.Date;

namespace Regional.Bench.Signals;

/// <summary>Made-up signals, four of each pupil, of the municipalities of VO2201. Each stream has pupils of its own.</summary>
internal static class SignalSource
{
    /// <summary>Signals of a batch.</summary>
    public const int BatchSize = 100;

    /// <summary>Streams that push at once.</summary>
    public const int Streams = 8;

    /// <summary>A stream of pupils whom no other stream has, so that nothing of a measured run is known yet.</summary>
    public const int WarmUp = Streams;

    private const int SignalsOfPupil = 4;

    private static readonly string[] Municipalities = ["1680", "0106", "1731", "1730"];
    private static readonly string[] Vestigingen = ["20LO00", "20LO04", "20LO03", "02EB00", "02EB04", "25PW51"];

    /// <summary>The municipality that sends a stream.</summary>
    public static string MunicipalityOf(int stream) => Municipalities[stream % Municipalities.Length];

    /// <summary>The signals of a stream, made as they are asked for.</summary>
    public static IEnumerable<CreateSignalRequest> Signals(int stream) => Enumerable.Range(0, int.MaxValue).Select(n => Signal(stream, n));

    /// <summary>The batches of a stream, made as they are asked for.</summary>
    public static IEnumerable<PushSignalsRequest> Batches(int stream) =>
        Signals(stream).Chunk(BatchSize).Select((chunk, i) => new PushSignalsRequest { Batch = i + 1, Signals = { chunk } });

    private static CreateSignalRequest Signal(int stream, int n)
    {
        var pupil = n / SignalsOfPupil;
        var start = new DateOnly(2024, 8, 19).AddDays((int)(n * 37L % 330));
        return new()
        {
            RequestId = Guid.NewGuid().ToString(),
            Signal = new()
            {
                Municipality = MunicipalityOf(stream),
                PersonNumber = $"T{stream:D1}{pupil:D8}",
                BirthDate = new Date { Year = 2008 + (pupil % 5), Month = 1 + (pupil % 12), Day = 1 + (pupil % 28) },
                Postcode = "9401",
                CaseNumber = $"Z{n:D7}",
                Kind = n % 3 == 0 ? VerzuimKind.MaandOfLanger : VerzuimKind.ZestienUur,
                StartDate = Day(start),
                EndDate = Day(start.AddDays(10)),
                MissedHours = 16 + (n % 40),
                Establishment = Vestigingen[n % Vestigingen.Length],
            },
        };
    }

    private static Date Day(DateOnly day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };
}
