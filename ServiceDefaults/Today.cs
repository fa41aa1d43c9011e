namespace Regional.ServiceDefaults;

/// <summary>The calendar of the Netherlands by the service's clock.</summary>
public sealed class Today(TimeProvider clock)
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>The time now, in UTC and whole milliseconds: as it is stored, so that what is answered now is what is read later.</summary>
    public DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>The date in Europe/Amsterdam.</summary>
    public DateOnly Value => Of(Now);

    /// <summary>The date that it is, or was, in Europe/Amsterdam at a moment.</summary>
    public static DateOnly Of(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Amsterdam).DateTime);
}
