using System.IO.Compression;
using System.Text;

namespace Regional.Cli.Tests;

/// <summary>What <c>regional disclose</c> says of files and options that it cannot use.</summary>
public sealed class A_table_that_is_wrong : IDisposable
{
    private readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("table.csv:3: n is -3, and a count is 0 or more.", "[NEGATIVE_COUNT]", "a,p,1", "b,p,-3")]
    [InlineData("table.csv:3: n is '1.5', which is no whole number.", "[COUNT]", "a,p,1", "b,p,1.5")]
    [InlineData("table.csv:3: school=a was on line 2 already.", "[DUPLICATE]", "a,p,1", "a,p,2")]
    [InlineData("table.csv:3: the member 'a' of school is in place 'q' here and in 'p' on line 2.", "[HIERARCHY]", "a,p,1", "a,q,2")]
    [InlineData("table.csv:3: the member 'b' of school has no group in place.", "[UNKNOWN_MEMBER]", "a,p,1", "b,,2")]
    [InlineData("table.csv:3: school=Total is 4, and its parts add up to 1.", "[NOT_ADDITIVE]", "a,p,1", "Total,,4")]
    [InlineData("table.csv:3: the row has 2 fields and the header has 3.", "[CSV_FIELDS]", "a,p,1", "b,p")]
    [InlineData("table.csv:3: school is empty.", "[EMPTY]", "a,p,1", ",p,2")]
    [InlineData("table.csv:1: there is no row below the header.", "[EMPTY]")]
    [InlineData("table.csv:2: n is 1000000000001, and at most 1000000000000 can be judged.", "[TOO_LARGE]", "a,p,1000000000001")]
    [InlineData("table.csv:3: school is 'total'. A margin is written Total;", "[TOTAL]", "a,p,1", "total,p,1")]
    [InlineData("table.csv: In dimension 'school' the label 'a' means two sets of members", "[HIERARCHY]", "a,a,1", "b,a,2")]
    [InlineData("table.csv:3: text follows a closing quote.", "[CSV_QUOTE]", "a,p,1", "\"b\"c,p,1")]
    [InlineData("table.csv:3: a quote is opened and never closed.", "[CSV_QUOTE]", "a,p,1", "\"b,p,1")]
    public async Task names_file_row_and_rule_of_what_is_wrong_in_a_table(string begin, string rule, params string[] rows)
    {
        _shell.Write("table.csv", rows.Prepend("school,place,n"));

        var ran = await _shell.Run("disclose", "table.csv", "--count", "n", "--dimension", "school", "--grouping", "school=place", "--out", "cells.csv");

        Assert.Equal((ExitCode.NotDone, false), (ran.ExitCode, File.Exists(_shell.File("cells.csv"))));
        Assert.StartsWith(begin, ran.OneLine, StringComparison.Ordinal);
        Assert.EndsWith(rule, ran.OneLine, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cells.csv:3: cell 1 was on line 2 already.", "[DUPLICATE]", "1,3;1,4", "p,1,1")]
    [InlineData("cells.csv:3: cell 2 is 9, and its inner cells add up to 3.", "[NOT_ADDITIVE]", "1,3;2,9", "p,1,1;p,2,1")]
    [InlineData("cells.csv:3: count is -4", "[NEGATIVE_COUNT]", "1,3;2,-4", "p,1,1")]
    [InlineData("x.csv:3: there is no cell 7 in the file of cells.", "[UNKNOWN_MEMBER]", "1,3", "p,1,1;p,7,1")]
    [InlineData("x.csv:3: inner cell p of cell 1 was on line 2 already.", "[DUPLICATE]", "1,3", "p,1,1;p,1,1")]
    [InlineData("x.csv:2: coef is 'x', which is no whole number of at most 1000000.", "[NUMBER]", "1,3", "p,1,x")]
    [InlineData("x.csv:2: coef is '1000001', which is no whole number of at most 1000000.", "[NUMBER]", "1,3", "p,1,1000001")]
    [InlineData("x.csv:2: the coefficient is 0.", "[COEFFICIENT]", "1,3", "p,1,0")]
    public async Task names_file_row_and_rule_of_what_is_wrong_in_cells_and_matrix(string begin, string rule, string cells, string matrix)
    {
        _shell.Write("cells.csv", cells.Split(';').Prepend("cell,count"));
        _shell.Write("x.csv", matrix.Split(';').Prepend("inner,cell,coef"));

        var ran = await _shell.Run("disclose", "--cells", "cells.csv", "--matrix", "x.csv", "--out", "pattern.csv");

        Assert.Equal(ExitCode.NotDone, ran.ExitCode);
        Assert.StartsWith(begin, ran.OneLine, StringComparison.Ordinal);
        Assert.EndsWith(rule, ran.OneLine, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "table.csv:1: there is no column 'x'. There are: school, place, kind, n. [CSV_COLUMN_MISSING]", "table.csv", "--count", "x", "--dimension", "school")]
    [InlineData(1, "missing.csv cannot be read: ", "missing.csv", "--dimension", "school")]
    [InlineData(2, "Name a table, or --cells and --matrix together.", "--cells", "table.csv")]
    [InlineData(2, "--dimension: a table is crossed by at least one column.", "table.csv")]
    [InlineData(2, "--grouping: 'kind' is no dimension.", "table.csv", "--dimension", "school", "--grouping", "kind=place")]
    [InlineData(2, "--grouping: 'school' is no grouping. Write it like region=fylke", "table.csv", "--dimension", "school", "--grouping", "school")]
    [InlineData(2, "--threshold: A threshold is a whole number of 1 or more", "table.csv", "--dimension", "school", "--threshold", "0")]
    [InlineData(2, "--threshold: A threshold is a whole number of 1 or more", "table.csv", "--dimension", "school", "--threshold", "five")]
    public async Task says_what_is_wrong_on_its_command_line(int exitCode, string line, params string[] args)
    {
        _shell.Write("table.csv", "school,place,kind,n", "s1,P,a,12", "s2,Q,b,3");

        var ran = await _shell.Run(["disclose", .. args, "--out", "cells.csv"]);

        Assert.Equal((exitCode, ""), ((int)ran.ExitCode, ran.Out));
        Assert.StartsWith(line, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task refuses_a_packed_file_that_was_cut_off_or_is_none()
    {
        Pack("whole.csv.gz", "school,n\na,10\nb,20\n" + string.Concat(Enumerable.Range(0, 5_000).Select(i => $"school {i},{i * 7919 % 1000}\n")));
        var packed = File.ReadAllBytes(_shell.File("whole.csv.gz"));
        var lengths = Enumerable.Range(1, 40).Select(i => packed.Length * i / 41).Append(packed.Length - 1).Append(0);
        string[] table = ["--count", "n", "--dimension", "school", "--no-repair", "--out", "cells.csv"];

        foreach (var length in lengths)
        {
            File.WriteAllBytes(_shell.File("cut.csv.gz"), packed[..length]);
            var ran = await _shell.Run(["disclose", "cut.csv.gz", .. table]);
            Assert.Equal((ExitCode.NotDone, true), (ran.ExitCode, ran.OneLine.EndsWith("[GZIP]", StringComparison.Ordinal)));
        }

        _shell.Write("plain.csv.gz", "school,n", "a,10");
        Assert.Equal("plain.csv.gz:1: the compressed file is damaged. Fetch or make it again. [GZIP]", (await _shell.Run(["disclose", "plain.csv.gz", .. table])).OneLine);
        Assert.Equal(ExitCode.Done, (await _shell.Run(["disclose", "whole.csv.gz", .. table])).ExitCode);
    }

    private void Pack(string name, string content)
    {
        using var file = new GZipStream(File.Create(_shell.File(name)), CompressionLevel.Optimal);
        file.Write(Encoding.UTF8.GetBytes(content));
    }
}
