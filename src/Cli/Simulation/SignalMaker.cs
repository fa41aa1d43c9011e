using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Regional.Territory;
using Regional.Wire.Signalering.V1;
using Date = Regional.Wire.Types.Date;

namespace Regional.Cli.Simulation;

/// <summary>Makes the signals of one region and school year.</summary>
internal sealed class SignalMaker
{
    // Ages at the first day of absence. Without a school only the age tells the phase: below 11 po, from 14 on vo.
    private static readonly (int First, int Last) PrimaryAges = (5, 10);
    private static readonly (int First, int Last) SecondaryAges = (12, 17);
    private static readonly (int First, int Last) SecondaryAgesWithoutSchool = (14, 17);

    // No source tells how many of the pupils who are absent are so for long.
    private const int OneLongIn = 8;

    private readonly Region _region;
    private readonly SchoolWeeks _weeks;
    private readonly SchoolYear _year;
    private readonly SplitMix64 _random;
    private readonly Queue<string> _numbers;
    private readonly IReadOnlyList<School> _schools;

    public SignalMaker(Region region, SchoolYear year, ulong seed)
    {
        (_region, _year, _weeks) = (region, year, new(year));
        // Two regions, or two years, of one seed must not share request ids.
        _random = new(BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{region.Code}/{year}/{seed}")))));
        _numbers = new(_random.Shuffle(PublishedNumbers.All));
        _schools = [.. region.Schools.Where(school => IsOf(school.Kind, region.Code.Sector) && school.Count.Pupils > 0)];
        if (_schools.Count == 0)
        {
            throw CliFault.NotDone($"{region.Code} has no school whose pupils could be absent. Add its schools to schools.csv.");
        }
    }

    /// <summary>For how many pupils there are numbers.</summary>
    public int PupilsLeft => _numbers.Count;

    /// <summary>The signals of all municipalities, in the order of their first days.</summary>
    public IReadOnlyList<CreateSignalRequest> InOrder(IEnumerable<SimulatedCount> counts)
    {
        List<Signal> signals = [];
        foreach (var count in counts)
        {
            var postcodes = _region.PostcodesOf(count.Municipality.Code, _year.First);
            signals.AddRange(Enumerable.Range(0, count.Absolute).Select(_ => Absolute(count.Municipality.Code, _random.Pick(postcodes))));
            signals.AddRange(Enumerable.Range(0, count.Relative).Select(_ => Relative(count.Municipality.Code, _random.Pick(postcodes))));
        }

        // The number settles the order of one day: no two signals have the same.
        return [.. signals.OrderBy(signal => (DayOf(signal.StartDate), signal.PersonNumber)).Select(Numbered)];
    }

    private CreateSignalRequest Numbered(Signal signal, int index)
    {
        signal.CaseNumber = string.Create(CultureInfo.InvariantCulture, $"SIM-{_year.First.Year}-{index + 1:D5}");
        return new() { RequestId = _random.Uuid().ToString("D"), Signal = signal };
    }

    private Signal Absolute(MunicipalityCode municipality, Postcode4 postcode)
    {
        var ages = _region.Code.Sector == Sector.Po ? PrimaryAges : SecondaryAgesWithoutSchool;
        return Signal(municipality, postcode, VerzuimKind.Absoluut, _weeks.Spell(_random.Between(2, 12), _random), ages);
    }

    private Signal Relative(MunicipalityCode municipality, Postcode4 postcode)
    {
        var isLong = _random.Below(OneLongIn) == 0;
        // Sixteen hours lie within four school weeks. Long is eight weeks at least, so that more than four are left whatever holidays lie in them.
        var spell = _weeks.Spell(isLong ? _random.Between(8, 10) : _random.Between(2, 4), _random);
        var signal = Signal(
            municipality,
            postcode,
            isLong ? VerzuimKind.MaandOfLanger : VerzuimKind.ZestienUur,
            spell,
            _region.Code.Sector == Sector.Po ? PrimaryAges : SecondaryAges);
        signal.Establishment = _random.Pick(SchoolOfAPupil().Establishments).ToString();
        var missedDays = isLong ? spell.SchoolDays : _random.Between(4, 6);
        signal.MissedHours = isLong ? missedDays * 5 : _random.Between(16, missedDays * 5);
        signal.AllLessonsMissed = isLong;
        signal.ActionRequested = isLong || _random.Below(2) == 0;
        return signal;
    }

    private Signal Signal(MunicipalityCode municipality, Postcode4 postcode, VerzuimKind kind, Spell spell, (int First, int Last) ages) => new()
    {
        Municipality = municipality.ToString(),
        PersonNumber = _numbers.Dequeue(),
        // The birthday was a month ago at least: at five, leerplicht begins in the month after it.
        BirthDate = DateOf(spell.Start.AddYears(-_random.Between(ages.First, ages.Last)).AddDays(-_random.Between(31, 364))),
        Postcode = postcode.ToString(),
        Kind = kind,
        StartDate = DateOf(spell.Start),
        EndDate = DateOf(spell.End),
    };

    // Each pupil of the school table as likely as any other: a school of a thousand has more signals than one of a hundred.
    private School SchoolOfAPupil()
    {
        var pupil = _random.Below(_schools.Sum(school => school.Count.Pupils));
        return _schools.First(school => (pupil -= school.Count.Pupils) < 0);
    }

    private static bool IsOf(SchoolKind kind, Sector sector) => sector == Sector.Po
        ? kind is SchoolKind.Bo or SchoolKind.Sbo or SchoolKind.So
        : kind is SchoolKind.Vo or SchoolKind.Pro or SchoolKind.Isk or SchoolKind.Vso;

    private static Date DateOf(DateOnly day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };

    private static DateOnly DayOf(Date date) => new(date.Year, date.Month, date.Day);
}
