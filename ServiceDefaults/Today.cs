namespace Regional.ServiceDefaults;

/// <summary>The calendar of the Netherlands by the service's clock.</summary>
public sealed class Today(TimeProvider clock)
{
    private static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>The time now, in UTC.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>The date in Europe/Amsterdam.</summary>
    public DateOnly Value => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(Now, Amsterdam).DateTime);
}
