using Regional.Wire.Signalering.V1;
using Date = Regional.Wire.Types.Date;

namespace Regional.Bench;

/// <summary>Made-up signals: four of each pupil, over the four municipalities of VO2201, in batches that keep both limits.</summary>
internal static class SignalSource
{
    /// <summary>As many signals as 64 kB hold.</summary>
    public const int BatchSize = 400;

    private static readonly string[] Municipalities = ["1680", "0106", "1731", "1730"];
    private static readonly string[] Vestigingen = ["20LO00", "20LO04", "20LO03", "02EB00", "02EB04", "25PW51"];

    /// <summary>The batches of one municipality.</summary>
    internal sealed record Stream(string Municipality, IReadOnlyList<PushSignalsRequest> Batches);

    public static IReadOnlyList<Stream> Batches(int signals) => [.. Municipalities.Select(m => Make(m, signals / Municipalities.Length, "T"))];

    // Other pupils, so that nothing of the measured run is known yet.
    public static Stream WarmUp() => Make("0106", 8_000, "T9");

    private static Stream Make(string municipality, int signals, string prefix) => new(municipality, [.. Enumerable.Range(0, signals)
        .Select(n => Signal(municipality, n, prefix))
        .Chunk(BatchSize)
        .Select((chunk, i) => new PushSignalsRequest { Batch = i + 1, Signals = { chunk } })]);

    private static CreateSignalRequest Signal(string municipality, int n, string prefix)
    {
        var pupil = n / 4;
        var serial = Array.IndexOf(Municipalities, municipality) * 1_000_000 + pupil;
        var start = new DateOnly(2024, 8, 19).AddDays((n * 37) % 330);
        return new()
        {
            RequestId = Guid.NewGuid().ToString(),
            Signal = new()
            {
                Municipality = municipality,
                PersonNumber = prefix + serial.ToString(new string('0', 10 - prefix.Length)),
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
