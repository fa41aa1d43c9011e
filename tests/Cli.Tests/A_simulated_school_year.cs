using System.Globalization;
using Google.Protobuf;
using Regional.Cli.Simulation;
using Regional.Subjects;
using Regional.Territory;
using Regional.Wire.Signalering.V1;
using Date = Regional.Wire.Types.Date;

namespace Regional.Cli.Tests;

public sealed class A_simulated_school_year : IDisposable
{
    private static readonly SchoolYear Year = SchoolYear.Parse("2024-2025");
    private static readonly Regions Regions = Regions.Load(Path.Combine(AppContext.BaseDirectory, "regions"));
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("1680", 37, 180)]
    [InlineData("0106", 33, 250)]
    [InlineData("1731", 11, 220)]
    [InlineData("1730", 30, 140)]
    public async Task has_the_published_rate_of_each_municipality(string municipality, int absolute, int relative)
    {
        var signals = (await Simulate("VO2201")).Where(signal => signal.Municipality == municipality).ToList();

        Assert.Equal((absolute, relative), (signals.Count(IsAbsolute), signals.Count(signal => !IsAbsolute(signal))));
    }

    [Fact]
    public async Task of_VO2201_has_901_pupils_and_each_of_them_once()
    {
        var signals = await Simulate("VO2201");

        Assert.Equal((901, 901), (signals.Count, signals.Select(signal => signal.PersonNumber).Distinct().Count()));
    }

    [Fact]
    public async Task of_PO3008_has_the_national_rate_in_all_ten_municipalities()
    {
        var signals = await Simulate("PO3008");

        Assert.Equal(Enumerable.Repeat((67, 280), 10), signals.GroupBy(signal => signal.Municipality).Select(each => (each.Count(IsAbsolute), each.Count(signal => !IsAbsolute(signal)))));
    }

    [Theory]
    [InlineData("VO2201")]
    [InlineData("PO3008")]
    public async Task has_only_numbers_that_are_published_for_testing(string region)
    {
        var numbers = (await Simulate(region)).Select(signal => signal.PersonNumber).ToList();

        Assert.All(numbers, number => Assert.Matches(@"\A9999\d{5}\z", number));
        Assert.All(numbers, number => Assert.True(PersonNumber.TryParse(number, development: false, out _, out var reason), reason));
    }

    [Theory]
    [InlineData("VO2201", 12, 17)]
    [InlineData("PO3008", 5, 10)]
    public async Task has_pupils_of_the_age_of_its_sector(string region, int youngest, int oldest)
    {
        var signals = await Simulate(region);

        Assert.All(signals, signal => Assert.InRange(AgeAtStart(signal), youngest, oldest));
        Assert.Equal(oldest - youngest + 1, signals.Select(AgeAtStart).Distinct().Count());
    }

    [Theory]
    [InlineData("VO2201")]
    [InlineData("PO3008")]
    public async Task belongs_to_the_region_by_school_and_by_residence(string code)
    {
        var region = RegionCode.Parse(code);

        foreach (var signal in await Simulate(code))
        {
            EstablishmentCode? establishment = signal.Establishment.Length == 0 ? null : EstablishmentCode.Parse(signal.Establishment);
            var age = AgeAtStart(signal);
            var phase = establishment is null && age is > 10 and < 14 ? Territory.Phase.Unknown : region.Sector == Sector.Po ? Territory.Phase.Po : Territory.Phase.Vo;
            var route = Regions.Routing.Of(MunicipalityCode.Parse(signal.Municipality), Postcode4.Parse(signal.Postcode), establishment, phase, Day(signal.StartDate));

            Assert.Equal((1, region, RouteBasis.Postcode), (route.Hosted.Count, route.Hosted[0], route.ByResidence.Basis));
        }
    }

    [Theory]
    [InlineData("VO2201")]
    [InlineData("PO3008")]
    public async Task tells_of_spells_that_lie_in_the_year_and_are_over(string region)
    {
        Assert.All(await Simulate(region), signal =>
        {
            Assert.InRange(Day(signal.StartDate), Year.First, Day(signal.EndDate));
            Assert.True(Year.Contains(Day(signal.EndDate)));
        });
    }

    [Fact]
    public async Task has_what_the_kinds_of_verzuim_demand()
    {
        var signals = await Simulate("VO2201");

        Assert.Equal([VerzuimKind.ZestienUur, VerzuimKind.MaandOfLanger, VerzuimKind.Absoluut], signals.Select(signal => signal.Kind).Distinct().Order());
        Assert.All(signals.Where(signal => signal.Kind == VerzuimKind.ZestienUur), signal =>
        {
            Assert.InRange(signal.MissedHours, 16, 2_000);
            Assert.InRange(Days(signal), 8, 28 + 14);
        });
        Assert.All(signals.Where(signal => signal.Kind == VerzuimKind.MaandOfLanger), signal => Assert.True(Days(signal) > 7 * 7));
        Assert.All(signals.Where(IsAbsolute), signal => Assert.Equal(("", false), (signal.Establishment, signal.HasMissedHours)));
    }

    [Fact]
    public async Task is_the_same_byte_by_byte_for_the_same_seed()
    {
        var (first, second) = (await Bytes("VO2201", 1, "a"), await Bytes("VO2201", 1, "b"));

        Assert.Equal(first, second);
    }

    [Fact]
    public async Task is_another_for_another_seed_with_other_request_ids()
    {
        var (first, second) = (Lines(await Bytes("VO2201", 1, "a")), Lines(await Bytes("VO2201", 2, "b")));

        Assert.Empty(first.Select(line => line.RequestId).Intersect(second.Select(line => line.RequestId)));
        Assert.NotEqual(first.Select(line => line.Signal), second.Select(line => line.Signal));
    }

    [Fact]
    public async Task has_a_well_formed_request_id_in_each_line()
    {
        var ids = Lines(await Bytes("VO2201", 1, "a")).Select(line => line.RequestId).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches(@"\A[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\z", id));
    }

    [Fact]
    public async Task comes_in_the_order_of_its_days_with_LF_at_the_end_of_each_line()
    {
        var bytes = await Bytes("VO2201", 1, "a");
        var days = Lines(bytes).Select(line => Day(line.Signal.StartDate)).ToList();

        Assert.Equal(days.Order(), days);
        Assert.Equal((false, (byte)'\n', 901), (bytes.Contains((byte)'\r'), bytes[^1], bytes.Count(each => each == '\n')));
    }

    [Fact]
    public void draws_on_the_published_algorithm()
    {
        var random = new SplitMix64(1234567);

        Assert.Equal([6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821], Enumerable.Range(0, 5).Select(_ => random.Next()));
    }

    private async Task<List<Signal>> Simulate(string region) => [.. Lines(await Bytes(region, 1, "signals.ndjson")).Select(line => line.Signal)];

    private async Task<byte[]> Bytes(string region, int seed, string file)
    {
        var ran = await _shell.Run("simulate", "--region", region, "--school-year", Year.ToString(), "--seed", seed.ToString(CultureInfo.InvariantCulture), "--out", file);
        Assert.Equal(ExitCode.Done, ran.ExitCode);
        return await File.ReadAllBytesAsync(_shell.File(file), TestContext.Current.CancellationToken);
    }

    private static List<CreateSignalRequest> Lines(byte[] content) =>
        [.. System.Text.Encoding.UTF8.GetString(content).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(JsonParser.Default.Parse<CreateSignalRequest>)];

    private static bool IsAbsolute(Signal signal) => signal.Kind == VerzuimKind.Absoluut;

    private static DateOnly Day(Date date) => new(date.Year, date.Month, date.Day);

    private static int Days(Signal signal) => Day(signal.EndDate).DayNumber - Day(signal.StartDate).DayNumber + 1;

    private static int AgeAtStart(Signal signal)
    {
        var (birth, start) = (Day(signal.BirthDate), Day(signal.StartDate));
        return start.Year - birth.Year - (start < birth.AddYears(start.Year - birth.Year) ? 1 : 0);
    }
}
