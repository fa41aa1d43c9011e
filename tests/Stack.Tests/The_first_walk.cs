using System.Text.Json;
using System.Text.RegularExpressions;

namespace Regional.Stack.Tests;

/// <summary>The way of the data, by the commands that the README gives: from a municipality's signal to a figure.</summary>
public sealed class The_first_walk(Stack stack) : IClassFixture<Stack>
{
    [Fact]
    public async Task leads_from_made_up_signals_to_the_figures_of_the_region()
    {
        await Built.RunRegional(Stack.Repository, "simulate", "--region", "VO2201", "--school-year", "2024-2025", "--seed", "1", "--out", Signals);

        var first = await Json("push", "signals.ndjson");
        Assert.Equal((901, 901, 0, 0), Summary(first));
        var second = await Json("push", "signals.ndjson");
        Assert.Equal((901, 0, 901, 0), Summary(second));

        // Indicators follows the log: the last signal may take it a moment.
        var figures = "";
        await Limit.Until(async () => (figures = await Table("signals-by-municipality")).Contains("All municipalities All verzuim 901 "));
        Assert.Contains("Aa en Hunze Absoluut 37 10,000 ", figures);
        Assert.Contains("Aa en Hunze Relatief 180 10,000 ", figures);
        Assert.Contains("Assen Absoluut 33 10,000 ", figures);
        Assert.Contains("Tynaarlo Relatief 140 10,000 ", figures);

        await stack.HoldsNoNumberOf(Signals);
    }

    [Fact]
    public async Task shows_participation_over_both_denominators()
    {
        var figures = await Table("participation");

        Assert.Contains("VSO VO + VSO 318 7,090 4.49 % ", figures);
        Assert.Contains("VSO VO without VSO 318 6,772 4.70 % ", figures);
        Assert.Contains("PRO VO + VSO 234 7,090 3.30 % ", figures);
        Assert.Contains("PRO VO without VSO 234 6,772 3.46 % ", figures);
        Assert.Contains("VSO \"1 feb\"", figures);
    }

    private string Signals => Path.Combine(stack.Folder, "signals.ndjson");

    private async Task<JsonElement> Json(params string[] arguments)
    {
        using var document = JsonDocument.Parse(await Built.RunRegional(stack.Folder, [.. arguments, "--json"]));
        return document.RootElement.Clone();
    }

    private async Task<string> Table(string id) =>
        Regex.Replace(await Built.RunRegional(stack.Folder, "table", id, "--region", "VO2201", "--school-year", "2024-2025"), " +", " ");

    private static (int Signals, int Accepted, int Duplicate, int Rejected) Summary(JsonElement summary)
    {
        return (Count("signals"), Count("accepted"), Count("duplicate"), Count("rejected"));

        int Count(string name) => summary.GetProperty(name).GetInt32();
    }
}
