namespace Regional.Territory;

/// <summary>What kind of education a school or a vestiging gives.</summary>
public enum SchoolKind
{
    /// <summary>Basisonderwijs.</summary>
    Bo,

    /// <summary>Speciaal basisonderwijs.</summary>
    Sbo,

    /// <summary>Speciaal onderwijs.</summary>
    So,

    /// <summary>Speciaal and voortgezet speciaal onderwijs on one vestiging; the sources write (V)SO.</summary>
    SoVso,

    /// <summary>Voortgezet speciaal onderwijs.</summary>
    Vso,

    /// <summary>Voortgezet onderwijs; where a source counts praktijkonderwijs with it, that too.</summary>
    Vo,

    /// <summary>Praktijkonderwijs.</summary>
    Pro,

    /// <summary>Internationale schakelklas.</summary>
    Isk,
}

/// <summary>The day on which pupils were counted (teldatum).</summary>
public abstract record CountingDate
{
    private CountingDate()
    {
    }

    /// <summary>A day that the source states whole.</summary>
    public sealed record On(DateOnly Day) : CountingDate
    {
        /// <summary>The day as <c>2024-10-01</c>.</summary>
        public override string ToString() => Day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>What the source prints where no day can be told from it, such as <c>1 feb</c>, whose year it does not state.</summary>
    public sealed record AsPrinted(string Text) : CountingDate
    {
        /// <summary>What the source prints.</summary>
        public override string ToString() => Text;
    }
}

/// <summary>A number of pupils, when they were counted and by whom.</summary>
/// <param name="Pupils">How many; 0 or more.</param>
/// <param name="On">The counting date.</param>
/// <param name="Source">The <see cref="Source.Id"/> of the count.</param>
public sealed record PupilCount(int Pupils, CountingDate On, string Source);

/// <summary>A row of the region's school table: a school, or the part of it that the table counts by itself.</summary>
/// <param name="Name">As the table prints it.</param>
/// <param name="Establishments">The vestigingen that the row covers; at least one. All are of one board and lie in one municipality.</param>
/// <param name="Kind">The education that the row counts.</param>
/// <param name="Board">Its board; null where the sources do not tell.</param>
/// <param name="Municipality">Where it lies.</param>
/// <param name="Count">The table's own count.</param>
/// <param name="Beside">Another source's count of the same pupils, to compare with; never to be added.</param>
/// <param name="Note">What the row does not show; may be empty.</param>
public sealed record School(
    string Name,
    IReadOnlyList<EstablishmentCode> Establishments,
    SchoolKind Kind,
    BoardNumber? Board,
    MunicipalityCode Municipality,
    PupilCount Count,
    PupilCount? Beside,
    string Note);
