using System.IO.Compression;
using System.Text;

namespace Regional.Cli.Tests;

public sealed class Disclose : IDisposable
{
    private static readonly string[] Counts =
    [
        "school,place,kind,n",
        "s1,P,a,12", "s1,P,b,3", "s2,P,a,20", "s2,P,b,9", "s3,Q,a,30", "s3,Q,b,14", "s4,Q,a,6", "s4,Q,b,25",
    ];

    private static readonly string[] Table = ["table.csv", "--count", "n", "--dimension", "school", "--grouping", "school=place", "--dimension", "kind", "--no-repair"];

    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task writes_every_cell_with_its_margins_and_status()
    {
        _shell.Write("table.csv", Counts);

        var ran = await _shell.Run(["disclose", .. Table, "--out", "cells.csv", "--json"]);

        Assert.Equal((ExitCode.Done, ""), (ran.ExitCode, ran.Error));
        var lines = Lines("cells.csv");
        Assert.Equal("school,kind,count,status", lines[0]);
        Assert.Equal(1 + (1 + 2 + 4) * (1 + 2), lines.Length);
        Assert.Contains("Total,Total,119,published", lines);
        Assert.Contains("P,a,32,published", lines);
        Assert.Contains("s1,b,3,primary", lines);
        Assert.Equal(["s1,a,12,secondary", "s2,a,20,secondary", "s2,b,9,secondary"], lines.Where(line => line.EndsWith(",secondary", StringComparison.Ordinal)));
        Assert.Equal((1, 3), (ran.Json.GetProperty("primary").GetInt32(), ran.Json.GetProperty("secondary").GetInt32()));
    }

    [Fact]
    public async Task repairs_what_the_elimination_left_narrow_and_states_what_it_took()
    {
        // s1 and s2 share 22 and 10 of their kinds: after the elimination b is 3 and 7 to 9 and 1, one of nine tables; a school of one pupil is narrow.
        _shell.Write("table.csv", "school,kind,n", "s1,a,1", "s1,b,1", "s2,a,2", "s2,b,30", "s3,a,40", "s3,b,50");
        string[] table = ["table.csv", "--count", "n", "--dimension", "school", "--dimension", "kind"];

        var eliminated = await _shell.Run(["disclose", .. table, "--no-repair", "--out", "eliminated.csv", "--json"]);
        var repaired = await _shell.Run(["disclose", .. table, "--out", "repaired.csv", "--json"]);
        var before = await _shell.Run("audit", "eliminated.csv", "--dimension", "school", "--dimension", "kind");
        var after = await _shell.Run("audit", "repaired.csv", "--dimension", "school", "--dimension", "kind", "--json");

        Assert.Equal((ExitCode.Done, ExitCode.Done, ""), (eliminated.ExitCode, repaired.ExitCode, repaired.Error));
        Assert.Contains("narrow", before.Out.Split('\n')[0], StringComparison.Ordinal);
        Assert.All(after.Out.Split('\n')[..^2].Where(line => Lines("repaired.csv").Any(row => row.EndsWith(",primary", StringComparison.Ordinal) && Is(line, row))), line => Assert.Contains("\"verdict\":\"safe\"", line, StringComparison.Ordinal));
        Assert.Equal(("B", eliminated.Json.GetProperty("secondary").GetInt32()), (repaired.Json.GetProperty("level").GetString(), repaired.Json.GetProperty("eliminated").GetInt32()));
        Assert.Equal(repaired.Json.GetProperty("secondary").GetInt32(), repaired.Json.GetProperty("afterGivingBack").GetInt32());

        static bool Is(string line, string row) => line.Contains($"\"school={row.Split(',')[0]}, kind={row.Split(',')[1]}\"", StringComparison.Ordinal);
    }

    [Fact]
    public async Task repairs_for_insiders_when_asked()
    {
        _shell.Write("table.csv", "board,n", "b0,11", "b1,5", "b2,3", "b3,1", "b4,1", "b5,1");

        var ran = await _shell.Run("disclose", "table.csv", "--count", "n", "--dimension", "board", "--level", "D", "--known", "board", "--out", "cells.csv", "--json");
        var audit = await _shell.Run("audit", "cells.csv", "--dimension", "board", "--level", "D", "--known", "board");

        Assert.Equal((ExitCode.Done, ""), (ran.ExitCode, ran.Error));
        Assert.Equal(("D", 1), (ran.Json.GetProperty("level").GetString(), ran.Json.GetProperty("secondary").GetInt32()));
        Assert.Equal(ExitCode.Done, audit.ExitCode);
    }

    [Fact]
    public async Task says_that_nothing_was_audited_where_inner_counts_are_not_known()
    {
        _shell.Write("cells.csv", "cell,count", "ab,14", "ac,15", "bd,6", "cd,7");
        _shell.Write("x.csv", "inner,cell,coef", "a,ab,1", "b,ab,1", "a,ac,1", "c,ac,1", "b,bd,1", "d,bd,1", "c,cd,1", "d,cd,1");

        var ran = await _shell.Run("disclose", "--cells", "cells.csv", "--matrix", "x.csv", "--out", "pattern.csv");

        Assert.Equal(ExitCode.Done, ran.ExitCode);
        Assert.StartsWith("Not audited: ", ran.OneLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task shows_the_world_one_symbol_and_nothing_that_depends_on_what_is_hidden()
    {
        _shell.Write("table.csv", Counts);
        // The same to the world: three pupils of s1 and s2 are of another kind.
        _shell.Write("other.csv", Counts.Select(line => line.Replace("s1,P,a,12", "s1,P,a,11").Replace("s1,P,b,3", "s1,P,b,4").Replace("s2,P,a,20", "s2,P,a,21").Replace("s2,P,b,9", "s2,P,b,8")));

        await _shell.Run(["disclose", .. Table, "--public", "--out", "public.csv"]);
        await _shell.Run(["disclose", "other.csv", .. Table[1..], "--public", "--out", "other-public.csv"]);

        var lines = Lines("public.csv");
        Assert.Equal(["s1,a,x,hidden", "s1,b,x,hidden", "s2,a,x,hidden", "s2,b,x,hidden"], lines.Where(line => line.Contains("hidden", StringComparison.Ordinal)));
        Assert.DoesNotContain(lines, line => line.Contains("primary", StringComparison.Ordinal) || line.Contains("secondary", StringComparison.Ordinal));
        Assert.Equal(lines, Lines("other-public.csv"));
    }

    [Fact]
    public async Task does_not_care_in_which_order_the_rows_are()
    {
        _shell.Write("table.csv", Counts);
        _shell.Write("turned.csv", Counts.Skip(1).Reverse().Prepend(Counts[0]));

        await _shell.Run(["disclose", .. Table, "--out", "cells.csv"]);
        await _shell.Run(["disclose", "turned.csv", .. Table[1..], "--out", "turned-cells.csv"]);

        Assert.Equal(Lines("cells.csv"), Lines("turned-cells.csv"));
    }

    [Fact]
    public async Task reads_any_system_of_sums_packed_or_not_in_the_order_that_it_names()
    {
        _shell.Write("cells.csv", "cell,what,ant,primary,candidate_rank,more", "1,a,3,1,9,?", "2,b,12,0,1,?", "3,c,25,0,2,?", "4,all,40,0,3,?");
        Pack("x.csv.gz", "inner,cell,coef\np,1,1\nq,2,1\nr,3,1\np,4,1\nq,4,1\nr,4,1\n");

        var ran = await _shell.Run("disclose", "--cells", "cells.csv", "--matrix", "x.csv.gz", "--no-repair", "--out", "pattern.csv");

        Assert.Equal((ExitCode.Done, ""), (ran.ExitCode, ran.Error));
        Assert.Equal(["cell,what,count,status", "1,a,3,primary", "2,b,12,published", "3,c,25,published", "4,all,40,secondary"], Lines("pattern.csv"));
    }

    [Fact]
    public async Task works_out_the_inner_cells_that_have_no_cell_of_their_own()
    {
        // That c is a single pupil follows from its sum with z, which is nobody.
        _shell.Write("cells.csv", "cell,count,primary", "ab,4,0", "a,3,1", "abc,5,0", "cz,1,0", "z,0,0");
        _shell.Write("x.csv", "inner,cell,coef", "a,ab,1", "b,ab,1", "a,a,1", "a,abc,1", "b,abc,1", "c,abc,1", "c,cz,1", "z,cz,1", "z,z,1");

        var anySum = await _shell.Run("disclose", "--cells", "cells.csv", "--matrix", "x.csv", "--no-repair", "--out", "any-sum.csv");
        var none = await _shell.Run("disclose", "--cells", "cells.csv", "--matrix", "x.csv", "--no-repair", "--singletons", "none", "--out", "none.csv");

        Assert.Equal((ExitCode.Done, ExitCode.Done), (anySum.ExitCode, none.ExitCode));
        Assert.Contains("cz,1,secondary", Lines("any-sum.csv"));
        Assert.Contains("cz,1,published", Lines("none.csv"));
    }

    [Fact]
    public async Task publishes_what_is_forced_and_names_what_follows_from_it()
    {
        _shell.Write("table.csv", Counts);
        _shell.Write("forced.csv", "kind,school", "a,s1");

        var ran = await _shell.Run(["disclose", .. Table, "--forced", "forced.csv", "--out", "cells.csv"]);
        var open = await _shell.Run(["disclose", .. Table, "--forced", "forced.csv", "--public", "--out", "public.csv"]);

        Assert.Equal((ExitCode.Done, ""), (ran.ExitCode, ran.Error));
        Assert.Contains("s1,a,12,published", Lines("cells.csv"));
        Assert.Contains("s1,Total,15,secondary", Lines("cells.csv"));
        Assert.Equal(ExitCode.Done, open.ExitCode);

        _shell.Write("forced.csv", "kind,school", "a,s1", "Total,s1");
        var @unsafe = await _shell.Run(["disclose", .. Table, "--forced", "forced.csv", "--out", "cells.csv"]);
        var refused = await _shell.Run(["disclose", .. Table, "--forced", "forced.csv", "--public", "--out", "refused.csv"]);

        Assert.Equal(ExitCode.DoneInPart, @unsafe.ExitCode);
        Assert.Equal("school=s1, kind=b follows from school=s1, kind=Total; school=s1, kind=a.", @unsafe.OneLine);
        Assert.Equal((ExitCode.NotDone, false), (refused.ExitCode, File.Exists(_shell.File("refused.csv"))));
    }

    [Fact]
    public async Task keeps_a_register_and_lets_an_earlier_figure_stand_beside_a_small_correction()
    {
        _shell.Write("table.csv", Counts);
        await _shell.Run(["disclose", .. Table, "--register", "register", "--out", "first.csv"]);
        _shell.Write("table.csv", Counts.Select(line => line.Replace("s3,Q,a,30", "s3,Q,a,31")));

        var ran = await _shell.Run(["disclose", .. Table, "--register", "register", "--out", "second.csv", "--json"]);

        Assert.Equal((ExitCode.Done, ""), (ran.ExitCode, ran.Error));
        Assert.Contains("s3,a,30,published", Lines("first.csv"));
        Assert.Contains("s3,a,31,secondary", Lines("second.csv"));
        Assert.Contains("s3,b,14,published", Lines("second.csv"));
        // The cell, and the sums above it.
        Assert.Equal(6, ran.Json.GetProperty("standing").GetInt32());
        Assert.Equal(["0001", "0002"], Directory.GetDirectories(_shell.File("register")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task refuses_a_release_that_cannot_be_safe_beside_its_predecessors_and_names_them()
    {
        _shell.Write("table.csv", Counts);
        _shell.Write("forced.csv", "kind,school", "a,s1", "Total,s1");
        await _shell.Run(["disclose", .. Table, "--register", "register", "--out", "first.csv"]);

        var ran = await _shell.Run(["disclose", .. Table, "--register", "register", "--forced", "forced.csv", "--out", "second.csv"]);

        Assert.Equal((ExitCode.NotDone, false), (ran.ExitCode, File.Exists(_shell.File("second.csv"))));
        Assert.Contains("school=s1, kind=b follows from release 1: school=s1, kind=Total; school=s1, kind=a.\n", ran.Error, StringComparison.Ordinal);
        Assert.EndsWith("Release fewer cells, or coarser ones.\n", ran.Error, StringComparison.Ordinal);
        Assert.Single(Directory.GetDirectories(_shell.File("register")));
    }

    [Fact]
    public async Task refuses_a_lower_threshold_and_a_register_that_was_changed()
    {
        _shell.Write("table.csv", Counts);
        await _shell.Run(["disclose", .. Table, "--register", "register", "--out", "first.csv"]);

        var lower = await _shell.Run(["disclose", .. Table, "--register", "register", "--threshold", "4", "--out", "second.csv"]);
        File.Delete(_shell.File("register/0001/cells.csv.gz"));
        Pack("register/0001/cells.csv.gz", "cell,count,status\n1,2,published\n");
        var changed = await _shell.Run(["disclose", .. Table, "--register", "register", "--out", "second.csv"]);

        Assert.Equal(ExitCode.WrongUsage, lower.ExitCode);
        Assert.StartsWith("--register: release 1 has --threshold 5 and zeros shown.", lower.OneLine, StringComparison.Ordinal);
        Assert.Equal(ExitCode.NotDone, changed.ExitCode);
        Assert.Contains("register/0001 is not as it was registered", changed.OneLine, StringComparison.Ordinal);
    }

    [Fact]
    public async Task reads_fields_in_quotes_semicolons_and_rows_that_are_one_pupil_each()
    {
        File.WriteAllText(_shell.File("table.csv"), "\uFEFFschool;kind\r\n\"De \"\"Brug\"\"; noord\";a\r\n\"De \"\"Brug\"\"; noord\";a\r\n\r\nx;b\r\n", Encoding.UTF8);

        var ran = await _shell.Run("disclose", "table.csv", "--dimension", "school", "--dimension", "kind", "--threshold", "1", "--no-repair", "--out", "cells.csv");

        Assert.Equal((ExitCode.Done, ""), (ran.ExitCode, ran.Error));
        Assert.Contains("\"De \"\"Brug\"\"; noord\",a,2,published", Lines("cells.csv"));
        Assert.Contains("Total,Total,3,published", Lines("cells.csv"));
    }

    private string[] Lines(string name) => File.ReadAllLines(_shell.File(name));

    private void Pack(string name, string content)
    {
        using var file = new GZipStream(File.Create(_shell.File(name)), CompressionLevel.Optimal);
        file.Write(Encoding.UTF8.GetBytes(content));
    }
}
