using Grpc.Core;
using Microsoft.IdentityModel.JsonWebTokens;
using Regional.Wire.Indicators.V1;
using Date = Regional.Wire.Types.Date;

namespace Regional.Cli.Tests;

public sealed class A_table : IAsyncLifetime
{
    private readonly Shell _shell = new();
    private readonly FakeIndicators _indicators = new();
    private FakeHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await FakeHost.Start(_indicators);

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _shell.Dispose();
    }

    [Fact]
    public async Task prints_each_figure_with_both_its_numbers_and_two_decimals()
    {
        _indicators.Answer = () => Participation;

        var ran = await Run();

        Assert.Equal((ExitCode.Done, ""), (ran.ExitCode, ran.Error));
        Assert.Matches(@"VSO +VO \+ VSO +318 +7,090 +4\.49 % +1 +<= 3\.50 % in 2030", ran.Out);
        Assert.Matches(@"VSO +VO without VSO +318 +6,772 +4\.70 % +2 ", ran.Out);
    }

    [Fact]
    public async Task that_is_stopped_while_it_waits_says_so_in_a_word_and_ends_with_130()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        _indicators.Answer = () =>
        {
            stop.Cancel();
            return Participation;
        };

        var ran = await _shell.Run(["table", "participation", "--region", "VO2201", "--school-year", "2024-2025", "--token", "secret", "--address", _host.Address.ToString()], new(), stop.Token);

        Assert.Equal(((ExitCode)130, "", "Stopped."), (ran.ExitCode, ran.Out, ran.OneLine));
    }

    [Fact]
    public async Task prints_the_days_of_counting_and_the_source_where_it_names_no_day()
    {
        _indicators.Answer = () => Participation;

        var ran = await Run();

        Assert.Contains("Teldatum 1: VO, PRO 2024-10-01; VSO \"1 feb\" (as the source prints it)\nTeldatum 2: VO, PRO 2024-10-01\n", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task prints_what_its_figures_mean()
    {
        _indicators.Answer = () => Participation;

        var ran = await Run();

        foreach (var line in (string[])[
            "Participation in VSO", "Definition participation, version 3: Pupils of VSO.", "Counted naar school: where pupils are enrolled",
            "Target <= 3.50 % in 2030, from: The plan (it names no denominator, so whether it is met is not judged)", "Note: An approximation.", "Complete until 2025-01-02 03:04:05 UTC: All."])
        {
            Assert.Contains(line + "\n", ran.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task prints_a_dot_for_a_hidden_figure_and_says_why_it_is_hidden()
    {
        _indicators.Answer = () => Signals(new Figure { Status = FigureStatus.Hidden, Denominator = 10_000, DenominatorLabel = "residents", Per = 1_000, HiddenReason = "a count from 1 to 4" });

        var ran = await Run();

        Assert.Matches(@"Assen +· +10,000 +· *\n", ran.Out);
        Assert.Contains("· hidden: a count from 1 to 4\n", ran.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(111, 40_000, 1_000, "2.78 ‰")]
    [InlineData(1, 3, 100, "33.33 %")]
    [InlineData(0, 7_090, 100, "0.00 %")]
    [InlineData(9_001, 10_000, 10_000, "9,001.00 per 10,000")]
    public async Task prints_a_rate_rounded_half_up_with_its_unit(int numerator, int denominator, int per, string rate)
    {
        _indicators.Answer = () => Signals(new Figure { Status = FigureStatus.Shown, Numerator = numerator, Denominator = denominator, Rate = (double)numerator / denominator * per, Per = per });

        Assert.Contains($" {rate} ", (await Run()).Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task says_once_what_all_its_figures_share()
    {
        _indicators.Answer = () => Signals(
            new Figure { Status = FigureStatus.Shown, Numerator = 5, Denominator = 10_000, DenominatorLabel = "residents, made up for tests", Per = 1_000, ReferenceDates = { new ReferenceDate { Population = "residents", Date = Day } } });

        var ran = await Run();

        Assert.Contains("Denominator: residents, made up for tests\nTeldatum: residents 2024-10-01\n", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task is_the_message_of_the_contract_as_JSON()
    {
        _indicators.Answer = () => Participation;

        var ran = await Run("--json");

        Assert.Equal(Participation, Google.Protobuf.JsonParser.Default.Parse<Table>(ran.Out));
    }

    [Fact]
    public async Task is_asked_for_by_its_full_name_within_ten_seconds()
    {
        await Run();

        var (name, token, deadline) = Assert.Single(_indicators.Calls);
        Assert.Equal(("regions/VO2201/schoolYears/2024-2025/tables/participation", "Bearer secret"), (name, token));
        Assert.InRange(deadline, DateTime.UnixEpoch, TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(10));
    }

    [Fact]
    public async Task is_read_as_the_samenwerkingsverband_while_an_AppHost_runs()
    {
        _shell.StartStack(("indicators", _host.Address));

        var ran = await _shell.Run("table", "participation", "--region", "VO2201", "--school-year", "2024-2025");

        Assert.Equal((ExitCode.Done, ""), (ran.ExitCode, ran.Error));
        var token = new JsonWebToken(Assert.Single(_indicators.Calls).Token["Bearer ".Length..]);
        Assert.Equal(("00000099000322201000", "samenwerkingsverband", "monitor"), (token.GetPayloadValue<string>("azp"), token.GetPayloadValue<string>("role"), token.GetPayloadValue<string>("unit")));
    }

    [Fact]
    public async Task that_is_refused_as_a_whole_names_no_field()
    {
        _indicators.Answer = () => throw Refusals.Of(StatusCode.InvalidArgument, "INVALID_FIELDS", "It has a field too many.", "");

        Assert.Equal("INVALID_ARGUMENT INVALID_FIELDS: It has a field too many.", (await Run()).OneLine);
    }

    [Fact]
    public async Task that_is_refused_ends_in_one_line_with_code_reason_message_and_fields()
    {
        _indicators.Answer = () => throw Refusals.Of(StatusCode.NotFound, "TABLE_NOT_FOUND", "There is no such table. There are participation and signals-by-municipality.", "name");

        var ran = await Run();

        Assert.Equal((ExitCode.NotDone, "NOT_FOUND TABLE_NOT_FOUND: There is no such table. There are participation and signals-by-municipality. [name]"), (ran.ExitCode, ran.OneLine));
    }

    [Theory]
    [InlineData(StatusCode.DeadlineExceeded, "gave no answer in 10 seconds")]
    [InlineData(StatusCode.Unimplemented, "does not know this call")]
    [InlineData(StatusCode.Internal, "INTERNAL: boom")]
    public async Task that_fails_ends_in_one_line(StatusCode code, string line)
    {
        _indicators.Answer = () => throw new RpcException(new(code, "boom"));

        var ran = await Run();

        Assert.Equal(ExitCode.NotDone, ran.ExitCode);
        Assert.Contains(line, ran.OneLine, StringComparison.Ordinal);
    }

    private static Date Day => new() { Year = 2024, Month = 10, Day = 1 };

    private static Table Participation
    {
        get
        {
            var target = new Target { Operator = "<=", Value = 3.5, Year = 2030, Source = "The plan" };
            var autumn = new[] { new ReferenceDate { Population = "VO", Date = Day }, new ReferenceDate { Population = "PRO", Date = Day } };
            return new()
            {
                Name = "regions/VO2201/schoolYears/2024-2025/tables/participation",
                Title = "Participation in VSO",
                Definition = new() { Id = "participation", Version = 3, Text = "Pupils of VSO." },
                Basis = Basis.School,
                Columns = { new Column { Id = "type", Title = "School type" }, new Column { Id = "of", Title = "Share of" } },
                Rows =
                {
                    Row(new Figure { Status = FigureStatus.Shown, Numerator = 318, Denominator = 7_090, DenominatorLabel = "VO + VSO", Rate = 31_800 / 7_090.0, Per = 100, Target = target, ReferenceDates = { autumn, new ReferenceDate { Population = "VSO", SourceText = "1 feb" } } }, "VSO", "VO + VSO"),
                    Row(new Figure { Status = FigureStatus.Shown, Numerator = 318, Denominator = 6_772, DenominatorLabel = "VO without VSO", Rate = 31_800 / 6_772.0, Per = 100, Target = target, ReferenceDates = { autumn } }, "VSO", "VO without VSO"),
                },
                Notes = { "An approximation." },
                Completeness = new() { Statement = "All.", CompleteUntil = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(new(2025, 1, 2, 3, 4, 5, TimeSpan.Zero)) },
            };
        }
    }

    private static Table Signals(Figure figure) => new() { Columns = { new Column { Id = "municipality", Title = "Gemeente" } }, Rows = { Row(figure, "Assen") } };

    private static Row Row(Figure figure, params string[] labels) => new() { Labels = { labels.Select(text => new Label { Code = "x", Text = text }) }, Figure = figure };

    private Task<Ran> Run(params string[] args) =>
        _shell.Run(["table", "participation", "--region", "VO2201", "--school-year", "2024-2025", "--address", _host.Address.ToString(), "--token", "secret", .. args]);
}
