namespace Regional.Territory.Tests;

public sealed class The_check
{
    public static TheoryData<string> EveryFault => [.. Faults.Names];

    [Theory]
    [MemberData(nameof(EveryFault))]
    public void names_the_place_and_the_rule_of_each_fault_and_nothing_else_where(string fault)
    {
        using var copy = new RegionsCopy();
        var (file, edit, expected) = Faults.Named(fault);

        copy.Edit($"VO2201/{file}", edit);

        Assert.Equal(
            expected.Select(finding => finding.Split('@')).Select(parts => $"VO2201/{parts.ElementAtOrDefault(1) ?? file} {parts[0]}"), copy.Findings());
    }

    [Fact]
    public void finds_every_fault_in_one_run()
    {
        using var copy = new RegionsCopy();
        string[] faults = ["a postcode lies in two places", "a rate has a decimal comma", "a word is not known", "a participant is there twice"];
        foreach (var (file, edit, _) in faults.Select(Faults.Named))
        {
            copy.Edit($"VO2201/{file}", edit);
        }

        Assert.Equal(
            ["NUMBER", "PARTICIPANT_TWICE", "POSTCODE_TWICE", "WORD"],
            copy.Findings().Select(finding => finding.Split(' ')[^1]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void says_what_is_wrong_and_what_to_do_on_one_line()
    {
        using var copy = new RegionsCopy();
        var (file, edit, _) = Faults.Named("an OIN was issued to someone");
        copy.Edit($"VO2201/{file}", edit);

        var finding = Assert.Single(RegionCheck.Run(copy.Folder).Findings);

        Assert.Equal(
            "VO2201/region.json at /participants/0/oin: 00000001002220647000 has not the prefix 00000099 of the test range. "
            + "Give a development file only test OINs: an OIN that was issued is someone's. [OIN_NOT_DEVELOPMENT]",
            finding.ToString());
    }

    [Fact]
    public void refuses_a_test_OIN_where_OINs_were_issued()
    {
        using var copy = new RegionsCopy();
        copy.Edit("VO2201/region.json", RegionsCopy.Json(root => root["oins"] = "issued"));

        Assert.All(copy.Findings(), finding => Assert.EndsWith("OIN_NOT_ISSUED", finding, StringComparison.Ordinal));
        Assert.Equal(RealRegions.VO2201.Participants.Count, copy.Findings().Count);
    }

    [Fact]
    public void names_a_file_that_is_missing()
    {
        using var copy = new RegionsCopy();
        File.Delete(copy.PathOf("VO2201/schools.csv"));
        File.Delete(copy.PathOf("PO3008/region.json"));

        Assert.Equal(["PO3008/region.json  FILE_MISSING", "VO2201/schools.csv  FILE_MISSING"], copy.Findings());
    }

    [Theory]
    [InlineData("region.json")]
    [InlineData("schools.csv")]
    public void names_a_file_that_is_not_UTF_8(string file)
    {
        using var copy = new RegionsCopy();
        File.WriteAllBytes(copy.PathOf($"VO2201/{file}"), [0x53, 0xFA, 0x64]);

        Assert.Equal([$"VO2201/{file}  ENCODING"], copy.Findings());
    }

    [Fact]
    public void reads_tables_with_the_line_ends_and_the_byte_order_mark_of_a_spreadsheet()
    {
        using var copy = new RegionsCopy();
        copy.Edit("VO2201/schools.csv", text => '\uFEFF' + text.ReplaceLineEndings("\r\n"));

        Assert.Empty(copy.Findings());
    }

    [Fact]
    public void says_where_regions_should_be_when_there_are_none()
    {
        var folder = Path.Combine(Path.GetTempPath(), "no-regions-here");

        var fault = Assert.Throws<BrokenRegionsException>(() => Regions.Load(folder));

        Assert.Contains("NO_REGIONS", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void gives_a_service_one_line_with_the_first_fault_and_how_many_more()
    {
        using var copy = new RegionsCopy();
        copy.Edit("VO2201/region.json", RegionsCopy.Json(root => root.Remove("holidayRegion")));
        copy.Edit("VO2201/resident-pupils.csv", text => text.Replace("10000", "many", StringComparison.Ordinal));

        var fault = Assert.Throws<BrokenRegionsException>(() => Regions.Load(copy.Folder));

        Assert.Equal(5, fault.Findings.Count);
        Assert.StartsWith("VO2201/region.json: 'holidayRegion' is missing.", fault.Message, StringComparison.Ordinal);
        Assert.EndsWith($"And 4 more; see them all with: dotnet run --project src/Cli -- region check {copy.Folder}", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    [Fact]
    public void lets_neighbours_list_the_same_postcodes_when_they_agree()
    {
        using var copy = WithNeighbour(text => text);

        Assert.Empty(copy.Findings());
    }

    [Fact]
    public void refuses_neighbours_that_say_different_things_of_a_postcode_a_vestiging_or_a_participant()
    {
        using var copy = WithNeighbour(text => text.Replace("9402;0106;PO2201;VO2201", "9402;1680;PO2201;VO2201", StringComparison.Ordinal));
        copy.Edit("PO2201/establishments.csv", text => text.Replace(";10053;0106;9401;", ";10053;1680;9401;", StringComparison.Ordinal));
        copy.Edit("PO2201/region.json", RegionsCopy.Json(root => root["participants"]![0]!["municipality"] = "0106"));

        Assert.Equal(
            [
                "VO2201/postcodes.csv line 28 POSTCODE_DISAGREES",
                "VO2201/establishments.csv line 69 ESTABLISHMENT_DISAGREES",
                "VO2201/region.json /participants/0 MANDATE_DISAGREES",
            ],
            copy.Findings());
    }

    // The other sector of the same territory lists the same postcodes, schools and municipalities.
    private static RegionsCopy WithNeighbour(Func<string, string> postcodes)
    {
        var copy = new RegionsCopy();
        Directory.CreateDirectory(copy.PathOf("PO2201"));
        foreach (var file in Directory.EnumerateFiles(copy.PathOf("VO2201")))
        {
            File.Copy(file, copy.PathOf($"PO2201/{Path.GetFileName(file)}"));
        }

        copy.Edit("PO2201/region.json", text => text.Replace("\"code\": \"VO2201\"", "\"code\": \"PO2201\"", StringComparison.Ordinal));
        var path = copy.PathOf("PO2201/postcodes.csv");
        File.WriteAllText(path, postcodes(File.ReadAllText(path)));
        return copy;
    }
}
