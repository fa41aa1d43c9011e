using System.Text.RegularExpressions;
using Google.Protobuf;
using Regional.EventLog.Following;
using Regional.Territory;
using Regional.Wire.Feed.V1;
using Regional.Wire.Signalering.V1;
using Date = Regional.Wire.Types.Date;

namespace Regional.Indicators.Spells;

/// <summary>A spell of verzuim that was reported of a pupil, as far as it is counted.</summary>
/// <param name="Subject">The pupil's random id: 16 bytes.</param>
/// <param name="Municipality">Where the pupil lived.</param>
/// <param name="Class">The class of verzuim.</param>
/// <param name="Age">The age at the first day.</param>
/// <param name="Start">The first day.</param>
/// <param name="End">The last day; null while it lasts.</param>
/// <param name="Regions">The samenwerkingsverbanden to which the pupil belongs: one, or po and vo both.</param>
internal sealed partial record Spell(byte[] Subject, MunicipalityCode Municipality, VerzuimClass Class, AgeBand Age, DateOnly Start, DateOnly? End, IReadOnlyList<RegionCode> Regions)
{
    private const string ReceivedType = "nl.regional.signalering.signaal-ontvangen.v1";

    /// <summary>Reads the event of a stored signal.</summary>
    /// <remarks>An unknown type is a fault like any other: it may be the event that takes a signal back.</remarks>
    /// <exception cref="PoisonEventException">The event cannot be understood; the message names the rule and nothing of the child.</exception>
    public static Spell Read(Event happened)
    {
        var body = happened.Type == ReceivedType ? Parse(happened) : throw new PoisonEventException(happened.Sequence, "UNKNOWN_TYPE", "its type is unknown");
        if (!SubjectForm().IsMatch(happened.Subject))
        {
            throw Poison(happened, "its subject is not 32 hexadecimal digits");
        }

        if (!MunicipalityCode.TryParse(body.Municipality, out var municipality, out _))
        {
            throw Poison(happened, "municipality is no code of a municipality");
        }

        if (body.VerzuimClass is not (VerzuimClass.Absoluut or VerzuimClass.Relatief or VerzuimClass.Overig))
        {
            throw Poison(happened, "verzuim_class is unknown");
        }

        if (body.AgeBand is AgeBand.Unspecified || !Enum.IsDefined(body.AgeBand))
        {
            throw Poison(happened, "age_band is unknown");
        }

        var start = Day(happened, "start_date", body.StartDate);
        DateOnly? end = body.EndDate is null ? null : Day(happened, "end_date", body.EndDate);
        return end < start
            ? throw Poison(happened, "end_date lies before start_date")
            : new Spell(Convert.FromHexString(happened.Subject), municipality, body.VerzuimClass, body.AgeBand, start, end, RegionsOf(happened, body));
    }

    private static SignaalOntvangen Parse(Event happened)
    {
        try
        {
            return SignaalOntvangen.Parser.ParseFrom(happened.Data);
        }
        catch (InvalidProtocolBufferException)
        {
            throw Poison(happened, $"its body is no {SignaalOntvangen.Descriptor.FullName}");
        }
    }

    private static List<RegionCode> RegionsOf(Event happened, SignaalOntvangen body) => body.Regions.Count == 0
        ? throw Poison(happened, "regions is empty")
        : [.. body.Regions.Select(text => RegionCode.TryParse(text, out var code, out _) ? code : throw Poison(happened, "regions holds what is no code of a region"))];

    private static DateOnly Day(Event happened, string field, Date? date) =>
        date is { Year: >= 1 and <= 9999, Month: >= 1 and <= 12, Day: >= 1 } && date.Day <= DateTime.DaysInMonth(date.Year, date.Month)
            ? new DateOnly(date.Year, date.Month, date.Day)
            : throw Poison(happened, $"{field} is no day of the calendar");

    private static PoisonEventException Poison(Event happened, string problem) => new(happened.Sequence, "MALFORMED", problem);

    [GeneratedRegex("^[0-9a-f]{32}\\z", RegexOptions.CultureInvariant)]
    private static partial Regex SubjectForm();
}
