using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Regional.EventLog;
using Regional.Signalering.Domain;
using Regional.Wire.Signalering.V1;
using Date = Regional.Wire.Types.Date;

namespace Regional.Signalering.Signals;

/// <summary>A signal on the wire and in the log.</summary>
internal static class SignalMapping
{
    /// <summary>Type of the event that a stored signal is.</summary>
    public const string ReceivedType = "nl.regional.signalering.signaal-ontvangen.v1";

    public static Wire.Signalering.V1.Signal ToProto(this Signal signal)
    {
        var proto = new Wire.Signalering.V1.Signal
        {
            Name = signal.Name,
            Municipality = signal.Municipality.ToString(),
            CaseNumber = signal.CaseNumber,
            DuoReportNumber = signal.DuoReportNumber ?? "",
            Kind = signal.Kind,
            StartDate = signal.Start.ToProto(),
            EndDate = signal.End?.ToProto(),
            Establishment = signal.Establishment?.ToString() ?? "",
            DutyEnding = signal.DutyEnding,
            CreateTime = Timestamp.FromDateTimeOffset(signal.Recorded),
            Phase = signal.Phase,
            LeerplichtStartDate = signal.LeerplichtStart.ToProto(),
            LeerplichtEndDate = signal.LeerplichtEnd.ToProto(),
            AdultMonth = new Date { Year = signal.AdultMonth.Year, Month = signal.AdultMonth.Month },
            RegionsBySchool = { signal.RegionsBySchool.Select(r => r.ToString()) },
            RegionsByResidence = { signal.RegionsByResidence.Select(r => r.ToString()) },
            DroppedFields = { signal.DroppedFields },
        };
        if (signal.MissedHours is { } hours)
        {
            proto.MissedHours = hours;
        }

        if (signal.AllLessonsMissed is { } all)
        {
            proto.AllLessonsMissed = all;
        }

        if (signal.ActionRequested is { } requested)
        {
            proto.ActionRequested = requested;
        }

        return proto;
    }

    /// <summary>The event of a signal that was received.</summary>
    /// <param name="signal">The signal.</param>
    /// <param name="age">Age in whole years at its first day.</param>
    /// <param name="pupils">How many pupils the vestiging has; null where that is not known.</param>
    public static NewEvent Received(this Signal signal, int age, int? pupils) => new(
        ReceivedType,
        signal.Subject.ToBytes(),
        new SignaalOntvangen
        {
            Signal = signal.Id.ToString(),
            Municipality = signal.Municipality.ToString(),
            Regions = { (signal.RegionsBySchool.Count > 0 ? signal.RegionsBySchool : signal.RegionsByResidence).Select(r => r.ToString()) },
            Establishment = Harmless.Vestiging(signal.Establishment, pupils),
            Phase = signal.Phase,
            AgeBand = Harmless.Band(age),
            VerzuimClass = Harmless.Class(signal.Kind),
            StartDate = signal.Start.ToProto(),
            EndDate = signal.End?.ToProto(),
        }.ToByteArray())
    {
        File = signal.File,
    };

    public static Date ToProto(this DateOnly day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };
}
