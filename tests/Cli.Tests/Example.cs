using Google.Protobuf;
using Regional.Wire.Signalering.V1;
using Date = Regional.Wire.Types.Date;

namespace Regional.Cli.Tests;

/// <summary>Signals that are right in every respect.</summary>
internal static class Example
{
    public static CreateSignalRequest Signal(string municipality = "0106") => new()
    {
        RequestId = Guid.NewGuid().ToString("D"),
        Signal = new()
        {
            Municipality = municipality,
            PersonNumber = "999990019",
            BirthDate = new Date { Year = 2010, Month = 5, Day = 20 },
            CaseNumber = "Z-1",
            Kind = VerzuimKind.ZestienUur,
            StartDate = new Date { Year = 2025, Month = 3, Day = 3 },
            Establishment = "20LO00",
        },
    };

    public static string Line(string municipality = "0106") => JsonFormatter.Default.Format(Signal(municipality));

    public static IEnumerable<string> Lines(int count, string municipality = "0106") => Enumerable.Range(0, count).Select(_ => Line(municipality));
}
