using System.Security.Cryptography;
using Google.Protobuf;
using Regional.EventLog.Following;
using Regional.ServiceDefaults;
using Regional.Wire.Feed.V1;
using Date = Regional.Wire.Types.Date;

namespace Regional.EventLog.Erasing;

/// <summary>The event by which a log tells its followers that events were erased.</summary>
internal static class ErasureEvent
{
    /// <summary>Its type in the log of a service.</summary>
    public static string TypeOf(string service) => $"nl.regional.{service}.gewist.v1";

    /// <summary>The event. Its subject and its file are those of the erasure, and lead to nobody.</summary>
    /// <param name="service">The service whose log it is.</param>
    /// <param name="positions">Of the events that were erased.</param>
    /// <param name="newest">When the newest of them was stored.</param>
    public static NewEvent Of(string service, IEnumerable<long> positions, DateTimeOffset newest)
    {
        var day = Today.Of(newest).AddDays(1);
        return new(TypeOf(service), RandomNumberGenerator.GetBytes(16), new EventsErased
        {
            Positions = { positions.Order() },
            CompleteFrom = new Date { Year = day.Year, Month = day.Month, Day = day.Day },
        }.ToByteArray());
    }

    /// <summary>What it says; null for an event of another type.</summary>
    /// <exception cref="PoisonEventException">It cannot be understood.</exception>
    public static EventsErased? Read(string service, Event happened)
    {
        try
        {
            return happened.Type == TypeOf(service) ? EventsErased.Parser.ParseFrom(happened.Data) : null;
        }
        catch (InvalidProtocolBufferException)
        {
            throw new PoisonEventException(happened.Sequence, "UNREADABLE_BODY", $"its body is no {EventsErased.Descriptor.FullName}");
        }
    }
}
