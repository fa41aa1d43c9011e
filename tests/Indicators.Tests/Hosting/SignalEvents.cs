using Google.Protobuf;
using Regional.Wire.Indicators.V1;
using Regional.Wire.Signalering.V1;
using Date = Regional.Wire.Types.Date;

namespace Regional.Indicators.Tests.Hosting;

/// <summary>Signals in a log, and their figures in a table.</summary>
internal static class SignalEvents
{
    public const string Received = "nl.regional.signalering.signaal-ontvangen.v1";

    public const string Assen = "0106";
    public const string Tynaarlo = "1730";

    /// <summary>A day in 2024-2025.</summary>
    public static readonly DateOnly Autumn = new(2024, 10, 7);

    /// <summary>A signal for each of the pupils, who are the same from call to call.</summary>
    public static void Signal(
        this Log log, Range pupils, string municipality, VerzuimClass verzuimClass = VerzuimClass.Relatief, DateOnly? start = null, DateOnly? end = null, AgeBand age = AgeBand._12To15, params string[] regions)
    {
        for (var pupil = pupils.Start.Value; pupil < pupils.End.Value; pupil++)
        {
            var body = Body(municipality, verzuimClass, start ?? Autumn, end, regions is [] ? [log.Region] : regions);
            body.AgeBand = age;
            log.Append(Received, Subject(pupil), body.ToByteString());
        }
    }

    public static string Subject(int pupil) => $"{pupil:x32}";

    public static SignaalOntvangen Body(string municipality, VerzuimClass verzuimClass, DateOnly start, DateOnly? end = null, params string[] regions) => new()
    {
        Signal = Guid.NewGuid().ToString("N"),
        Municipality = municipality,
        Regions = { regions is [] ? ["VO2201"] : regions },
        Phase = Phase.Vo,
        AgeBand = AgeBand._12To15,
        VerzuimClass = verzuimClass,
        StartDate = ToProto(start),
        EndDate = end is { } day ? ToProto(day) : null,
    };

    /// <summary>The figure in the row with these labels.</summary>
    public static Figure Figure(this Table table, params string[] codes) => table.Rows.Single(row => row.Labels.Select(l => l.Code).SequenceEqual(codes)).Figure;

    /// <summary>The count in the row with these labels; null when it is hidden.</summary>
    public static long? Count(this Table table, params string[] codes)
    {
        var figure = table.Figure(codes);
        Assert.Equal(figure.HasNumerator ? FigureStatus.Shown : FigureStatus.Hidden, figure.Status);
        return figure.HasNumerator ? figure.Numerator : null;
    }

    private static Date ToProto(DateOnly day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };
}
