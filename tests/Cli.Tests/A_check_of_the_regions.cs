namespace Regional.Cli.Tests;

public sealed class A_check_of_the_regions : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task finds_no_faults_in_those_of_the_repository()
    {
        var ran = await _shell.Run("region", "check");

        Assert.Equal(ExitCode.Done, ran.ExitCode);
        Assert.StartsWith("No faults in PO3008, VO2201 (", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task explains_a_fault_with_its_file_its_place_and_its_rule_and_ends_with_1()
    {
        Break();

        var ran = await _shell.Run("region", "check", "drafts");

        Assert.Equal(ExitCode.NotDone, ran.ExitCode);
        Assert.Matches(@"\AVO2201/region\.json at /smallCountThreshold: .+ \[[A-Z_]+\]\n", ran.Out);
        Assert.Contains($"1 to mend in {_shell.File("drafts")}.\n", ran.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"smallCountThreshold\": 5", "\"smallCountThreshold\": -5", false)]
    [InlineData("\"source\": \"ondersteuningsplan-2026\"", "\"source\": \"hearsay\"", true)]
    public async Task says_when_more_faults_may_show_after_these(string before, string after, bool isWhole)
    {
        Break(before, after);

        var (ran, json) = (await _shell.Run("region", "check", "drafts"), await _shell.Run("region", "check", "drafts", "--json"));

        Assert.Equal(isWhole, !ran.Out.EndsWith("mend these and check again, more may show.\n", StringComparison.Ordinal));
        Assert.Equal((ExitCode.NotDone, isWhole), (ran.ExitCode, json.Json.GetProperty("isWhole").GetBoolean()));
    }

    [Fact]
    public async Task tells_faults_as_JSON()
    {
        Break();

        var ran = await _shell.Run("region", "check", "drafts", "--json");

        Assert.Equal(ExitCode.NotDone, ran.ExitCode);
        var finding = Assert.Single(ran.Json.GetProperty("findings").EnumerateArray());
        Assert.Equal(("VO2201/region.json", "/smallCountThreshold"), (finding.GetProperty("file").GetString(), finding.GetProperty("where").GetString()));
        Assert.All(["rule", "problem", "remedy"], name => Assert.NotEqual("", finding.GetProperty(name).GetString()));
    }

    [Fact]
    public async Task of_a_folder_without_regions_says_so()
    {
        var ran = await _shell.Run("region", "check", "nowhere");

        Assert.Equal(ExitCode.NotDone, ran.ExitCode);
        Assert.Contains("[NO_REGIONS]", ran.Out, StringComparison.Ordinal);
    }

    private void Break(string before = "\"smallCountThreshold\": 5", string after = "\"smallCountThreshold\": -5")
    {
        var (source, copy) = (Path.Combine(AppContext.BaseDirectory, "regions", "VO2201"), Directory.CreateDirectory(_shell.File("drafts/VO2201")).FullName);
        foreach (var file in Directory.GetFiles(source))
        {
            File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        var region = Path.Combine(copy, "region.json");
        File.WriteAllText(region, File.ReadAllText(region).Replace(before, after, StringComparison.Ordinal));
    }
}
