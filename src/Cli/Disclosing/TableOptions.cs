using System.CommandLine;
using Regional.Cli.Csv;

namespace Regional.Cli.Disclosing;

/// <summary>The options that name a table, in either of its two forms.</summary>
internal sealed class TableOptions
{
    private readonly Argument<string?> _input = new("table") { Description = "A table of counts with a row for each combination: CSV, .gz too", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _count = new("--count") { Description = "Its column with the counts [default: each row is one pupil]", HelpName = "column" };
    private readonly Option<string[]> _dimensions = new("--dimension") { Description = "A column to cross; repeat for each", HelpName = "column" };
    private readonly GroupingsOption _groupings = new();
    private readonly Option<string?> _cells = new("--cells") { Description = "Instead of a table: a file of cells (cell, dimensions, count, primary, candidate_rank)", HelpName = "file" };
    private readonly Option<string?> _matrix = new("--matrix") { Description = "With --cells: which inner cells each cell adds up (inner, cell, coef)", HelpName = "file" };

    public void AddTo(Command command)
    {
        command.Arguments.Add(_input);
        command.Options.Add(_count);
        command.Options.Add(_dimensions);
        command.Options.Add(_groupings);
        command.Options.Add(_cells);
        command.Options.Add(_matrix);
    }

    /// <summary>Reads the table that the command line names.</summary>
    /// <exception cref="CliFault">The command line names none, or two, or one that cannot be used.</exception>
    public ProtectableTable Read(ParseResult parsed, Terminal terminal)
    {
        var (input, cells, matrix) = (parsed.GetValue(_input), parsed.GetValue(_cells), parsed.GetValue(_matrix));
        var dimensions = parsed.GetValue(_dimensions) ?? [];
        return (input, cells, matrix) switch
        {
            (not null, null, null) => ReadTable(input, parsed.GetValue(_count), dimensions, _groupings.Read(parsed, dimensions), terminal),
            (null, not null, not null) when dimensions.Length > 0 || parsed.GetValue(_groupings) is { Length: > 0 } || parsed.GetValue(_count) is not null =>
                throw CliFault.Usage("--cells: the matrix says what each cell adds up; leave out --count, --dimension and --grouping."),
            (null, not null, not null) => ReadCells(cells, matrix, terminal),
            _ => throw CliFault.Usage("Name a table, or --cells and --matrix together."),
        };
    }

    private static ProtectableTable ReadTable(string name, string? count, IReadOnlyList<string> dimensions, IReadOnlyList<GroupingOption> groupings, Terminal terminal)
    {
        using var file = CsvTable.Open(name, terminal);
        return CountTable.Read(file, count, dimensions, groupings);
    }

    private static ProtectableTable ReadCells(string cells, string matrix, Terminal terminal)
    {
        using var cellFile = CsvTable.Open(cells, terminal);
        using var matrixFile = CsvTable.Open(matrix, terminal);
        return CellFiles.Read(cellFile, matrixFile);
    }
}
