using System.CommandLine;
using Regional.Cli.Csv;
using Regional.Cli.Disclosing;

namespace Regional.Cli.Auditing;

/// <summary>The options that name a table in which cells are hidden, in any of its forms.</summary>
internal sealed class AuditOptions
{
    private readonly Argument<string?> _input = new("table") { Description = "A table with its margins, a row for each cell: CSV, .gz too", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> _format = new("--format") { Description = "The table has a layout of its own: duo-examens is DUO's table of exam results", HelpName = "layout" };
    private readonly Option<bool> _percentages = new("--percentages") { Description = "With duo-examens: what the percentages tell counts too" };
    private readonly Option<string> _count = new("--count") { Description = "The column with the counts", HelpName = "column", DefaultValueFactory = _ => "count" };
    private readonly Option<string[]> _dimensions = new("--dimension") { Description = "A column that is crossed; repeat for each", HelpName = "column" };
    private readonly GroupingsOption _groupings = new();
    private readonly Option<string?> _hierarchy = new("--hierarchy") { Description = "A table that has the columns of --grouping, where the audited one has not: the counts that it was made of will do", HelpName = "file" };
    private readonly Option<string?> _cells = new("--cells") { Description = "Instead of a table: a file of cells (cell, dimensions, count, status)", HelpName = "file" };
    private readonly Option<string?> _matrix = new("--matrix") { Description = "With --cells: which inner cells each cell adds up (inner, cell, coef)", HelpName = "file" };

    public void AddTo(Command command)
    {
        _format.AcceptOnlyFromAmong("duo-examens");
        command.Arguments.Add(_input);
        command.Options.Add(_format);
        command.Options.Add(_percentages);
        command.Options.Add(_count);
        command.Options.Add(_dimensions);
        command.Options.Add(_groupings);
        command.Options.Add(_hierarchy);
        command.Options.Add(_cells);
        command.Options.Add(_matrix);
    }

    /// <summary>Whether the table has signs that tell a small count from others.</summary>
    public bool HasTellingSigns(ParseResult parsed) => parsed.GetValue(_format) is not null;

    /// <summary>Reads the table that the command line names.</summary>
    /// <exception cref="CliFault">The command line names none, or two, or one that cannot be used.</exception>
    public MaskedTable Read(ParseResult parsed, long threshold, Terminal terminal)
    {
        var dimensions = parsed.GetValue(_dimensions) ?? [];
        if (parsed.GetValue(_percentages) && parsed.GetValue(_format) is null)
        {
            throw CliFault.Usage("--percentages: only the layout of duo-examens has percentages. Add --format duo-examens.");
        }

        switch (parsed.GetValue(_input), parsed.GetValue(_format), parsed.GetValue(_cells), parsed.GetValue(_matrix))
        {
            case ({ } input, not null, null, null):
                using (var file = CsvTable.Open(input, terminal))
                {
                    return DuoExams.Read(file, parsed.GetValue(_percentages));
                }

            case ({ } input, null, null, null):
                var groupings = _groupings.Read(parsed, dimensions);
                using (var hierarchy = parsed.GetValue(_hierarchy) is { } name ? CsvTable.Open(name, terminal) : null)
                {
                    return MaskedCrossing.Read(() => CsvTable.Open(input, terminal), hierarchy, parsed.GetRequiredValue(_count), dimensions, groupings, threshold);
                }

            case (null, null, { } cells, { } matrix) when dimensions.Length == 0:
                using (CsvTable cellFile = CsvTable.Open(cells, terminal), matrixFile = CsvTable.Open(matrix, terminal))
                {
                    return MaskedCells.Read(cellFile, matrixFile, threshold);
                }

            case (null, null, not null, not null):
                throw CliFault.Usage("--cells: the matrix says what each cell adds up; leave out --dimension and --grouping.");
            default:
                throw CliFault.Usage("Name a table, or --cells and --matrix together.");
        }
    }
}
