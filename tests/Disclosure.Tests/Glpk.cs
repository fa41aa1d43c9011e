using Regional.Disclosure.Auditing;

namespace Regional.Disclosure.Tests;

/// <summary>The attacker's problem for the GNU Linear Programming Kit: inner cells are the columns, every cell is a row. Nothing of our audit is in it.</summary>
internal sealed class Glpk : IDisposable
{
    private readonly CellSystem _system;
    private readonly GlpkProgram _program;
    private readonly Dictionary<int, int> _cellOfRow = [];

    public Glpk(AttackerView view)
    {
        (_system, _program) = (view.System, new(view.System.InnerCells.Count));
        for (var inner = 0; inner < _system.InnerCells.Count; inner++)
        {
            _program.Bound(inner, _system.InnerCells[inner].ChangeOf is null ? 0 : double.NegativeInfinity, double.PositiveInfinity);
        }

        for (var cell = 0; cell < _system.Cells.Count; cell++)
        {
            var (least, most) = BoundsOf(view, cell);
            if (least > double.NegativeInfinity || most < double.PositiveInfinity)
            {
                _cellOfRow.Add(_program.AddRow([.. _system.ColumnOf(cell).Inner], CostsOf(cell), least, most), cell);
            }
        }
    }

    /// <summary>Fixes an inner cell: an insider knows it.</summary>
    public void Fix(int inner, long count) => _program.Bound(inner, count, count);

    /// <summary>Between which values a cell lies: the ends as linear programming has them.</summary>
    public (double Least, double Most) Interval(int cell) => (End(cell, -1, isWhole: false), End(cell, 1, isWhole: false));

    /// <summary>Between which values a cell lies in whole tables.</summary>
    public (double Least, double Most) WholeInterval(int cell)
    {
        for (var inner = 0; inner < _system.InnerCells.Count; inner++)
        {
            _program.MakeWhole(inner);
        }

        return (End(cell, -1, isWhole: true), End(cell, 1, isWhole: true));
    }

    /// <summary>An end of an interval as linear programming has it, and the cells on which the proof rests.</summary>
    public (double End, IReadOnlyList<int> Cells) Proof(int cell, int direction) =>
        (End(cell, direction, isWhole: false), [.. _cellOfRow.Where(row => Math.Abs(_program.DualOf(row.Key)) > 1e-7).Select(row => row.Value)]);

    public void Dispose() => _program.Dispose();

    private static (double, double) BoundsOf(AttackerView view, int cell)
    {
        var (seen, free) = (view.Cells[cell], (double.NegativeInfinity, double.PositiveInfinity));
        return seen switch
        {
            { Visibility: Visibility.Shown } => (seen.Value!.Value, seen.Value.Value),
            { Visibility: Visibility.Unprinted } => free,
            { Below: { } below } when view.Level == KnowledgeLevel.C => (1, below - 1),
            _ => view.Level == KnowledgeLevel.A || !view.ShowsZeros || seen.Value == 0 ? free : (1, double.PositiveInfinity),
        };
    }

    private double End(int cell, int direction, bool isWhole) => _program.Solve(direction, [.. _system.ColumnOf(cell).Inner], CostsOf(cell), isWhole);

    private double[] CostsOf(int cell) => [.. _system.ColumnOf(cell).Coefficients.ToArray().Select(coefficient => (double)coefficient)];
}
