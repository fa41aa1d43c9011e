using System.Security.Cryptography;
using Google.Protobuf;
using Regional.EventLog.Following;
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
        var day = DateOnly.FromDateTime(newest.UtcDateTime).AddDays(1);
        return new(TypeOf(service), RandomNumberGenerator.GetBytes(16), new EventsErased
        {
            Positions = { positions.Order() },
            CompleteFrom = new Date { Year = day.Year, Month = day.Month, Day = day.Day },
        }.ToByteArray());
    }

    /// <summary>What it says.</summary>
    /// <exception cref="PoisonEventException">It cannot be understood.</exception>
    public static EventsErased Read(Event happened)
    {
        try
        {
            return EventsErased.Parser.ParseFrom(happened.Data);
        }
        catch (InvalidProtocolBufferException)
        {
            throw new PoisonEventException(happened.Sequence, $"its body is no {EventsErased.Descriptor.FullName}");
        }
    }
}
