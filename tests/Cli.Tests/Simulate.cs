using Regional.Tests;

namespace Regional.Cli.Tests;

public sealed class Simulate : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task says_what_it_made_and_what_is_made_up()
    {
        var ran = await Run();

        Assert.Contains("901 signals of VO2201 in 2024-2025, seed 1, in signals.ndjson", ran.Out, StringComparison.Ordinal);
        Assert.Matches(@"1730 Tynaarlo +30 +140 +10,000 \(made up\) +the gemeente", ran.Out);
        Assert.Contains("The pupils do not exist", ran.Out, StringComparison.Ordinal);
        Assert.Contains("made up, for tests only", ran.Out, StringComparison.Ordinal);
        Assert.Contains("Every seed, region and year draws from that one range", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task says_it_as_JSON()
    {
        var json = (await Run("--json")).Json;

        Assert.Equal(("VO2201", "2024-2025", 1, 901), (json.GetProperty("region").GetString(), json.GetProperty("schoolYear").GetString(), json.GetProperty("seed").GetInt32(), json.GetProperty("signals").GetInt32()));
        var first = json.GetProperty("municipalities")[0];
        Assert.Equal(("1680", 37, 180, 10_000, "made-up"), (
            first.GetProperty("municipality").GetString(), first.GetProperty("absolute").GetInt32(), first.GetProperty("relative").GetInt32(),
            first.GetProperty("residentPupils").GetInt32(), first.GetProperty("residentPupilsBasis").GetString()));
    }

    [Fact]
    public async Task writes_only_signals_to_standard_output()
    {
        await Run();
        var ran = await Run("--out", "-");

        Assert.Equal(await File.ReadAllBytesAsync(_shell.File("signals.ndjson"), TestContext.Current.CancellationToken), _shell.RawOutput);
        Assert.Equal("", ran.Out);
        Assert.Contains("901 signals", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task leaves_a_file_alone_that_holds_something_else()
    {
        _shell.Write("signals.ndjson", "mine");

        var ran = await Run();

        Assert.Equal((ExitCode.WrongUsage, "--out: signals.ndjson exists with other content. Name another file, or overwrite it with --force."), (ran.ExitCode, ran.OneLine));
        Assert.Equal("mine\n", await File.ReadAllTextAsync(_shell.File("signals.ndjson"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task overwrites_it_when_forced()
    {
        _shell.Write("signals.ndjson", "mine");

        Assert.Equal(ExitCode.Done, (await Run("--force")).ExitCode);
        Assert.Equal(901, (await File.ReadAllLinesAsync(_shell.File("signals.ndjson"), TestContext.Current.CancellationToken)).Length);
    }

    [Fact]
    public async Task replaces_a_file_at_once_so_that_under_its_name_it_is_always_whole()
    {
        _shell.Write("signals.ndjson", "mine");
        using var before = new StreamReader(new FileStream(_shell.File("signals.ndjson"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));

        Assert.Equal(ExitCode.Done, (await Run("--force")).ExitCode);

        Assert.Equal("mine\n", await before.ReadToEndAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["signals.ndjson"], Directory.GetFiles(_shell.Folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task leaves_a_link_that_leads_to_the_file()
    {
        _shell.Write("signals.ndjson", "mine");
        File.CreateSymbolicLink(_shell.File("link.ndjson"), "signals.ndjson");

        Assert.Equal(ExitCode.Done, (await _shell.Run("simulate", "--region", "VO2201", "--school-year", "2024-2025", "--out", "link.ndjson", "--force")).ExitCode);

        Assert.NotNull(new FileInfo(_shell.File("link.ndjson")).LinkTarget);
        Assert.Equal(901, (await File.ReadAllLinesAsync(_shell.File("signals.ndjson"), TestContext.Current.CancellationToken)).Length);
    }

    [Fact]
    public async Task leaves_nothing_where_the_file_cannot_take_its_name()
    {
        Directory.CreateDirectory(_shell.File("signals.ndjson.draft"));

        Assert.Equal(ExitCode.NotDone, (await Run()).ExitCode);
        Assert.Empty(Directory.GetFiles(_shell.Folder));
    }

    [Theory]
    [InlineData(".", "--out: '.' is a folder. Name a file, like ./signals.ndjson.")]
    [InlineData("/dev/null", "--out: /dev/null is no file that could be replaced. Write - for standard output.")]
    public async Task does_not_replace_what_is_no_file(string path, string line)
    {
        var ran = await Run("--out", path);

        Assert.Equal((ExitCode.WrongUsage, line), (ran.ExitCode, ran.OneLine));
    }

    [Fact]
    public async Task may_be_run_twice()
    {
        await Run();

        Assert.Equal(ExitCode.Done, (await Run()).ExitCode);
    }

    [Fact]
    public async Task names_a_path_that_cannot_be_written()
    {
        var ran = await Run("--out", "no/such/folder/signals.ndjson");

        Assert.Equal(ExitCode.NotDone, ran.ExitCode);
        Assert.StartsWith("--out: no/such/folder/signals.ndjson cannot be written: ", ran.OneLine, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--region", "VO9999", "--region: VO9999 is not hosted here. Take one of PO3008, VO2201.")]
    [InlineData("--school-year", "2023-2024", "--school-year: VO2201 has no denominator for Aa en Hunze in 2023-2024. Take one of 2024-2025, or add it to resident-pupils.csv.")]
    public async Task names_the_option_whose_value_does_not_exist(string option, string value, string line)
    {
        var ran = await Run(option, value);

        Assert.Equal((ExitCode.WrongUsage, line), (ran.ExitCode, ran.OneLine));
    }

    [Fact]
    public async Task makes_nothing_of_a_year_that_has_not_ended()
    {
        using var shell = new Shell { Clock = new ManualClock(new(2025, 7, 31, 12, 0, 0, TimeSpan.Zero)) };

        var ran = await shell.Run("simulate", "--region", "VO2201", "--school-year", "2024-2025", "--out", "signals.ndjson");

        Assert.Equal((ExitCode.WrongUsage, "--school-year: 2024-2025 has not ended, and no signal is about days to come. Take a year that is over."), (ran.ExitCode, ran.OneLine));
    }

    [Fact]
    public async Task says_where_to_run_it_when_there_are_no_regions()
    {
        using var shell = new Shell(Path.GetTempPath());

        var ran = await shell.Run("simulate", "--region", "VO2201", "--school-year", "2024-2025", "--out", "-");

        Assert.Equal((ExitCode.NotDone, "There is no folder 'regions' here or above. Run the command inside the repository, or name the folder of a running AppHost with --stack."), (ran.ExitCode, ran.OneLine));
    }

    // A later option of the same name would be refused, so each has its place.
    private Task<Ran> Run(params string[] changes)
    {
        var options = new Dictionary<string, string> { ["--region"] = "VO2201", ["--school-year"] = "2024-2025", ["--seed"] = "1", ["--out"] = "signals.ndjson" };
        if (changes is [var option, var value])
        {
            options[option] = value;
        }

        return _shell.Run(["simulate", .. options.SelectMany(each => new[] { each.Key, each.Value }), .. changes.Length == 1 ? changes : []]);
    }
}
