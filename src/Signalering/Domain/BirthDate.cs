namespace Regional.Signalering.Domain;

/// <summary>When a child was born, to the month at least. It lives in memory only; what follows from it is stored.</summary>
/// <param name="Year">1990 or later.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 31; null where only the month is known.</param>
internal readonly record struct BirthDate(int Year, int Month, int? Day)
{
    /// <summary>Leerplicht begins in the month after the fifth birthday (Leerplichtwet art. 3 lid 1): the first of that month; its first school day
    /// depends on the school's calendar.</summary>
    public DateOnly LeerplichtStart => new DateOnly(Year + 5, Month, 1).AddMonths(1);

    /// <summary>Leerplicht ends with the school year of the sixteenth birthday (Leerplichtwet art. 3 lid 1): 31 July.</summary>
    public DateOnly LeerplichtEnd => new(Month >= 8 ? Year + 17 : Year + 16, 7, 31);

    /// <summary>The month in which kwalificatieplicht ends, at the eighteenth birthday (Leerplichtwet art. 4a), as its first day.</summary>
    public DateOnly AdultMonth => new(Year + 18, Month, 1);

    /// <summary>Whole years on a day. Where the day of birth is unknown, the birthday counts from the first of its month.</summary>
    public int AgeOn(DateOnly day)
    {
        var years = day.Year - Year;
        return day.Month < Month || (day.Month == Month && day.Day < (Day ?? 1)) ? years - 1 : years;
    }

    /// <summary>The first day on which the child can have been absent.</summary>
    public DateOnly Earliest => new(Year, Month, Day ?? 1);
}
