using Regional.Territory;
using Regional.Wire.Signalering.V1;

namespace Regional.Cli.Simulation;

/// <summary>How many signals were made for the inhabitants of a municipality, and over how many pupils.</summary>
/// <param name="Municipality">The municipality of residence.</param>
/// <param name="Absolute">Signals of absoluut verzuim.</param>
/// <param name="Relative">Signals of relatief verzuim.</param>
/// <param name="Residents">The denominator.</param>
/// <param name="PublishedFor">Whether the rates are the municipality's own.</param>
internal sealed record SimulatedCount(Municipality Municipality, int Absolute, int Relative, ResidentPupils Residents, PublishedFor PublishedFor);

/// <summary>A school year of signals of a region at the published rates: one signal for each pupil whom a rate counts.</summary>
/// <param name="Signals">In the order of their first days.</param>
/// <param name="Counts">In the order of the names of the municipalities.</param>
internal sealed record SimulatedYear(IReadOnlyList<CreateSignalRequest> Signals, IReadOnlyList<SimulatedCount> Counts)
{
    /// <summary>Makes the year; the same seed gives the same signals.</summary>
    /// <exception cref="CliFault">The region lacks what the signals are apportioned on, or the published numbers do not suffice.</exception>
    public static SimulatedYear Of(Region region, SchoolYear year, ulong seed)
    {
        IReadOnlyList<SimulatedCount> counts = [.. region.Municipalities.Select(municipality => Count(region, municipality, year))];
        var maker = new SignalMaker(region, year, seed);
        var all = counts.Sum(count => count.Absolute + count.Relative);
        if (all > maker.PupilsLeft)
        {
            throw CliFault.NotDone($"{region.Code} needs {all} pupils, and only {maker.PupilsLeft} numbers are published for testing. Lower the denominators in resident-pupils.csv.");
        }

        return new(maker.InOrder(counts), counts);
    }

    private static SimulatedCount Count(Region region, Municipality municipality, SchoolYear year)
    {
        var residents = region.ResidentPupils.FirstOrDefault(each => each.Municipality == municipality.Code && each.SchoolYear == year)
            ?? throw CliFault.Usage(
                $"--school-year: {region.Code} has no denominator for {municipality.Name} in {year}. "
                + $"Take one of {string.Join(", ", region.ResidentPupils.Select(each => each.SchoolYear).Distinct().Order())}, or add it to resident-pupils.csv.");
        var (absolute, relative) = (Rate(AbsenceKind.Absolute), Rate(AbsenceKind.Relative));
        return new(municipality, Share(absolute), Share(relative), residents, absolute.PublishedFor);

        AbsenceRate Rate(AbsenceKind kind) =>
            region.AbsenceRates.FirstOrDefault(rate => rate.Municipality == municipality.Code && rate.Year == year.First.Year && rate.Kind == kind)
            ?? throw CliFault.Usage(
                $"--school-year: {region.Code} has no rate of {EnumText.Of(kind)} absence for {municipality.Name} in {year.First.Year}. Take another year, or add it to absence-rates.csv.");

        int Share(AbsenceRate rate) => (int)Math.Round(residents.Pupils * rate.PerThousand / 1000, MidpointRounding.AwayFromZero);
    }
}
