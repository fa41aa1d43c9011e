using System.Text.Json;

namespace Regional.Cli.Tests;

public sealed class Audit : IDisposable
{
    private static readonly string[] Masked =
    [
        "school,kind,count", "s1,a,x", "s1,b,x", "s1,Total,15", "s2,a,20", "s2,b,9", "s2,Total,29", "Total,a,32", "Total,b,12", "Total,Total,44",
    ];

    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task names_an_exact_cell_first_with_the_equation_that_reveals_it()
    {
        _shell.Write("table.csv", "school,count", "s1,x", "s2,x", "s3,x", "s4,7", "P,x", "Q,10", "Total,40");
        _shell.Write("schools.csv", "school,place", "s1,P", "s2,P", "s3,Q", "s4,Q");

        var ran = await _shell.Run("audit", "table.csv", "--dimension", "school", "--grouping", "school=place", "--hierarchy", "schools.csv");

        Assert.Equal((ExitCode.NotDone, ""), (ran.ExitCode, ran.Error));
        var lines = ran.Out.Split('\n');
        Assert.Equal("exact         30           school=P", lines[0]);
        Assert.Equal("exact         3            school=s3", lines[2]);
        Assert.Equal("              [school=s3] = 3, from [school=Q: 10] - [school=s4: 7]", lines[3]);
        Assert.Equal("safe          1 to 29      school=s1", lines[4]);
        Assert.Equal("At level B: 4 hidden, 2 exact, 0 narrow, 0 unproven, 0 contradictory, 2 safe. Whoever knows more may compute more.", lines[^2]);
    }

    [Fact]
    public async Task ends_in_one_object_when_asked_for_JSON()
    {
        _shell.Write("table.csv", Masked);

        var ran = await _shell.Run("audit", "table.csv", "--dimension", "school", "--dimension", "kind", "--json");

        Assert.Equal(ExitCode.NotDone, ran.ExitCode);
        Assert.Equal(3, ran.Out.AsSpan().Count('\n'));
        var (first, last) = (Line(ran, 0), Line(ran, ^2));
        Assert.Equal(("B", 2, 2), (last.GetProperty("level").GetString(), last.GetProperty("hidden").GetInt32(), last.GetProperty("exact").GetInt32()));
        Assert.Equal(("school=s1, kind=a", 12, 12, "exact"), (first.GetProperty("cell").GetString(), first.GetProperty("lower").GetInt32(), first.GetProperty("upper").GetInt32(), first.GetProperty("verdict").GetString()));
    }

    [Theory]
    [InlineData("A", "0 to 13", 0)]
    [InlineData("B", "1 to 12", 0)]
    [InlineData("C", "9 to 12", 0)]
    public async Task says_what_each_level_tells(string level, string interval, int exitCode)
    {
        _shell.Write("table.csv", "school,count", "s1,<5", "s2,*", "Total,13");

        var ran = await _shell.Run("audit", "table.csv", "--dimension", "school", "--level", level);

        Assert.Equal(exitCode, (int)ran.ExitCode);
        Assert.Contains($"{interval,-12} school=s2\n", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task judges_by_the_insider_who_knows_most_and_needs_the_counts_for_that()
    {
        _shell.Write("table.csv", "board,count,status", "b0,11,published", "b1,5,published", "b2,3,primary", "b3,1,primary", "b4,1,primary", "b5,1,primary", "Total,22,published");
        _shell.Write("public.csv", "board,count", "b0,11", "b1,5", "b2,x", "b3,x", "b4,x", "b5,x", "Total,22");
        string[] asInsider = ["--dimension", "board", "--level", "D", "--known", "board"];

        var stranger = await _shell.Run("audit", "table.csv", "--dimension", "board");
        var insider = await _shell.Run(["audit", "table.csv", .. asInsider]);
        var open = await _shell.Run(["audit", "public.csv", .. asInsider]);

        Assert.Equal((ExitCode.Done, ExitCode.NotDone, ExitCode.NotDone), (stranger.ExitCode, insider.ExitCode, open.ExitCode));
        Assert.Contains("exact         1            board=b3 (for who knows b2)\n", insider.Out, StringComparison.Ordinal);
        Assert.StartsWith("--level D: what the attacker knows of his own unit must be known here too.", open.OneLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task finds_nothing_exact_in_what_disclose_writes_for_the_world()
    {
        _shell.Write("counts.csv", "school,place,kind,n", "s1,P,a,12", "s1,P,b,3", "s2,P,a,20", "s2,P,b,9", "s3,Q,a,30", "s3,Q,b,14", "s4,Q,a,6", "s4,Q,b,25");
        await _shell.Run("disclose", "counts.csv", "--count", "n", "--dimension", "school", "--grouping", "school=place", "--dimension", "kind", "--public", "--out", "table.csv");

        var ran = await _shell.Run("audit", "table.csv", "--dimension", "school", "--grouping", "school=place", "--hierarchy", "counts.csv", "--dimension", "kind", "--json");

        Assert.Equal((ExitCode.Done, 4, 0), (ran.ExitCode, Line(ran, ^2).GetProperty("hidden").GetInt32(), Line(ran, ^2).GetProperty("exact").GetInt32()));
    }

    [Fact]
    public async Task reads_any_system_of_sums()
    {
        _shell.Write("cells.csv", "cell,count,status", "1,x,hidden", "2,12,published", "3,25,published", "4,40,published");
        _shell.Write("x.csv", "inner,cell,coef", "p,1,1", "q,2,1", "r,3,1", "p,4,1", "q,4,1", "r,4,1");

        var ran = await _shell.Run("audit", "--cells", "cells.csv", "--matrix", "x.csv");

        Assert.Equal(ExitCode.NotDone, ran.ExitCode);
        Assert.StartsWith("exact         3            1\n              [1] = 3, from [4: 40] - [2: 12] - [3: 25]\n", ran.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task reports_what_does_not_add_up_and_goes_on()
    {
        _shell.Write("cells.csv", "cell,count,status", "a,x,hidden", "b,12,published", "ab,11,published", "c,x,hidden", "d,x,hidden", "cd,32,published");
        _shell.Write("x.csv", "inner,cell,coef", "p,a,1", "q,b,1", "p,ab,1", "q,ab,1", "r,c,1", "s,d,1", "r,cd,1", "s,cd,1");

        var ran = await _shell.Run("audit", "--cells", "cells.csv", "--matrix", "x.csv");

        Assert.Equal(ExitCode.DoneInPart, ran.ExitCode);
        Assert.Equal("Does not add up: [a] = -1, from [ab: 11] - [b: 12]. Hidden cells that hang on it, of which nothing is said: 1. [NOT_ADDITIVE]", ran.OneLine);
        Assert.Contains("contradictory ?            a\n", ran.Out, StringComparison.Ordinal);
        Assert.Contains("safe          1 to 31      c\n", ran.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task finds_in_the_real_table_of_exam_results_what_trying_every_count_finds(bool withPercentages)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "data", "duo_examens_vo_gemaskeerd_regio.csv.gz");

        var ran = await _shell.Run(["audit", file, "--format", "duo-examens", "--json", .. withPercentages ? new[] { "--percentages" } : []]);

        Assert.Equal((ExitCode.NotDone, ""), (ran.ExitCode, ran.Error));
        var last = Line(ran, ^2);
        Assert.Equal(("C", 2057, withPercentages ? 988 : 815), (last.GetProperty("level").GetString(), last.GetProperty("hidden").GetInt32(), last.GetProperty("exact").GetInt32()));
    }

    [Fact]
    public async Task reports_a_line_of_the_exam_results_that_does_not_add_up()
    {
        _shell.Write(
            "exams.csv", "VESTIGINGSCODE;OPLEIDINGSNAAM;" + string.Join(';', new[] { "EXAMENKANDIDATEN", "GESLAAGDEN" }.SelectMany(measure => new[] { "MAN", "VROUW", "TOTAAL" }.Select(who => $"{measure} SCHOOLJAAR 2019-2020 - {who}"))),
            "00DI01;techniek;<5;10;16;<5;9;12");

        var ran = await _shell.Run("audit", "exams.csv", "--format", "duo-examens", "--json");

        Assert.Equal(ExitCode.NotDone, ran.ExitCode);
        Assert.StartsWith("Does not add up: [line 2, 00DI01 techniek, 2019-2020, EXAMENKANDIDATEN, MAN] = 6, from ", ran.OneLine, StringComparison.Ordinal);
        Assert.Equal((2, 1, 1), (Line(ran, ^2).GetProperty("hidden").GetInt32(), Line(ran, ^2).GetProperty("exact").GetInt32(), Line(ran, ^2).GetProperty("contradictory").GetInt32()));
    }

    [Theory]
    [InlineData("table.csv:2: count is 'many', which is neither a count nor a sign that it is hidden.", "school,count", "s1,many")]
    [InlineData("table.csv:3: school=s1 was on line 2 already.", "school,count", "s1,3", "s1,x")]
    [InlineData("table.csv:2: the status is 'secret'.", "school,count,status", "s1,3,secret")]
    [InlineData("table.csv:2: the status is published, and count is 'x'.", "school,count,status", "s1,x,published")]
    [InlineData("table.csv:2: count is -3, and a count is 0 or more.", "school,count", "s1,-3")]
    [InlineData("table.csv:2: school is empty.", "school,count", ",3")]
    public async Task names_file_row_and_rule_of_what_is_wrong_in_a_table(string begin, params string[] rows)
    {
        _shell.Write("table.csv", rows);

        var ran = await _shell.Run("audit", "table.csv", "--dimension", "school");

        Assert.Equal((ExitCode.NotDone, ""), (ran.ExitCode, ran.Out));
        Assert.StartsWith(begin, ran.OneLine, StringComparison.Ordinal);
        Assert.EndsWith("]", ran.OneLine, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "Name a table, or --cells and --matrix together.")]
    [InlineData(2, "--dimension: a table is crossed by at least one column.", "table.csv")]
    [InlineData(2, "--level: A level is A, B, C or D. Write it like B.", "table.csv", "--dimension", "school", "--level", "E")]
    [InlineData(2, "--level D and --known go together:", "table.csv", "--dimension", "school", "--level", "D")]
    [InlineData(2, "--known: 'place' is no dimension. There are: school.", "table.csv", "--dimension", "school", "--level", "D", "--known", "place")]
    [InlineData(2, "--grouping: table.csv has no column 'place'. Name a file that has it", "table.csv", "--dimension", "school", "--grouping", "school=place")]
    [InlineData(2, "--percentages: only the layout of duo-examens has percentages.", "table.csv", "--dimension", "school", "--percentages")]
    [InlineData(1, "table.csv:1: there is no column 'VESTIGINGSCODE'.", "table.csv", "--format", "duo-examens")]
    [InlineData(1, "table.csv:1: there is no column 'n'.", "table.csv", "--count", "n", "--dimension", "school")]
    public async Task says_what_is_wrong_on_its_command_line(int exitCode, string line, params string[] args)
    {
        _shell.Write("table.csv", "school,count", "s1,3");

        var ran = await _shell.Run(["audit", .. args]);

        Assert.Equal((exitCode, ""), ((int)ran.ExitCode, ran.Out));
        Assert.StartsWith(line, ran.Error, StringComparison.Ordinal);
    }

    private static JsonElement Line(Ran ran, Index line) => JsonDocument.Parse(ran.Out.Split('\n')[line]).RootElement;
}
