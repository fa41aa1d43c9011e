using System.Runtime.InteropServices;
using Regional.Disclosure.Auditing;

namespace Regional.Disclosure.Tests;

/// <summary>
/// The attacker's problem as the GNU Linear Programming Kit solves it, the library behind glpsol: inner cells are the columns, every cell is a row. Nothing of our
/// audit is in it.
/// </summary>
internal sealed partial class Glpk : IDisposable
{
    private const string Library = "libglpk.so.40";
    private const int Minimum = 1;
    private const int Maximum = 2;
    private const int Integer = 2;
    private const int Optimal = 5;
    private const int Unbounded = 6;

    private readonly nint _problem;
    private readonly CellSystem _system;

    public Glpk(AttackerView view)
    {
        SetOutput(0);
        (_problem, _system) = (Create(), view.System);
        AddColumns(_problem, _system.InnerCells.Count);
        for (var inner = 0; inner < _system.InnerCells.Count; inner++)
        {
            SetColumn(inner, _system.InnerCells[inner].ChangeOf is null ? 0 : double.NegativeInfinity, double.PositiveInfinity);
        }

        for (var cell = 0; cell < _system.Cells.Count; cell++)
        {
            var (least, most) = BoundsOf(view, cell);
            if (least > double.NegativeInfinity || most < double.PositiveInfinity)
            {
                var column = _system.ColumnOf(cell);
                AddRow([.. column.Inner], [.. column.Coefficients], least, most);
            }
        }
    }

    /// <summary>Why it cannot be used; null when it can.</summary>
    public static string? Missing { get; } = NativeLibrary.TryLoad(Library, out _) ? null : "Debian's glpk-utils is not installed. Run eng/install-test-tools.";

    /// <summary>Skips the test where the library is missing, but on CI, where it must be there.</summary>
    public static void Require() => Assert.SkipWhen(Missing is not null && Environment.GetEnvironmentVariable("CI") != "true", Missing ?? "");

    /// <summary>Fixes an inner cell: an insider knows it.</summary>
    public void Fix(int inner, long count) => SetColumn(inner, count, count);

    /// <summary>Between which values a cell lies: the ends as linear programming has them.</summary>
    public (double Least, double Most) Interval(int cell) => (Solve(cell, Minimum, isInteger: false), Solve(cell, Maximum, isInteger: false));

    /// <summary>Between which values a cell lies in whole tables.</summary>
    public (double Least, double Most) WholeInterval(int cell) => (Solve(cell, Minimum, isInteger: true), Solve(cell, Maximum, isInteger: true));

    public void Dispose() => Delete(_problem);

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

    private double Solve(int cell, int direction, bool isInteger)
    {
        var column = _system.ColumnOf(cell);
        SetDirection(_problem, direction);
        for (var i = 0; i < column.Inner.Length; i++)
        {
            SetCost(_problem, column.Inner[i] + 1, column.Coefficients[i]);
        }

        Simplex(_problem, 0);
        var status = Status(_problem);
        var value = Value(_problem);
        if (isInteger && status == Optimal)
        {
            for (var inner = 1; inner <= _system.InnerCells.Count; inner++)
            {
                SetKind(_problem, inner, Integer);
            }

            Branch(_problem, 0);
            Assert.Equal(Optimal, WholeStatus(_problem));
            value = WholeValue(_problem);
        }

        for (var i = 0; i < column.Inner.Length; i++)
        {
            SetCost(_problem, column.Inner[i] + 1, 0);
        }

        Assert.True(status is Optimal or Unbounded, $"GLPK ended with status {status}.");
        return status == Optimal ? value : direction == Maximum ? double.PositiveInfinity : double.NegativeInfinity;
    }

    private void AddRow(int[] inner, int[] coefficients, double least, double most)
    {
        var row = AddRows(_problem, 1);
        SetRowBounds(_problem, row, KindOf(least, most), least, most);
        SetRow(_problem, row, inner.Length, [0, .. inner.Select(index => index + 1)], [0, .. coefficients.Select(value => (double)value)]);
    }

    private void SetColumn(int inner, double least, double most) => SetColumnBounds(_problem, inner + 1, KindOf(least, most), least, most);

    private static int KindOf(double least, double most) => (double.IsFinite(least), double.IsFinite(most)) switch
    {
        (false, false) => 1,
        (true, false) => 2,
        (false, true) => 3,
        _ => least < most ? 4 : 5,
    };

    [LibraryImport(Library, EntryPoint = "glp_create_prob")]
    private static partial nint Create();

    [LibraryImport(Library, EntryPoint = "glp_delete_prob")]
    private static partial void Delete(nint problem);

    [LibraryImport(Library, EntryPoint = "glp_term_out")]
    private static partial int SetOutput(int on);

    [LibraryImport(Library, EntryPoint = "glp_add_cols")]
    private static partial int AddColumns(nint problem, int count);

    [LibraryImport(Library, EntryPoint = "glp_add_rows")]
    private static partial int AddRows(nint problem, int count);

    [LibraryImport(Library, EntryPoint = "glp_set_col_bnds")]
    private static partial void SetColumnBounds(nint problem, int column, int kind, double least, double most);

    [LibraryImport(Library, EntryPoint = "glp_set_row_bnds")]
    private static partial void SetRowBounds(nint problem, int row, int kind, double least, double most);

    [LibraryImport(Library, EntryPoint = "glp_set_mat_row")]
    private static partial void SetRow(nint problem, int row, int length, int[] columns, double[] values);

    [LibraryImport(Library, EntryPoint = "glp_set_obj_dir")]
    private static partial void SetDirection(nint problem, int direction);

    [LibraryImport(Library, EntryPoint = "glp_set_obj_coef")]
    private static partial void SetCost(nint problem, int column, double cost);

    [LibraryImport(Library, EntryPoint = "glp_set_col_kind")]
    private static partial void SetKind(nint problem, int column, int kind);

    [LibraryImport(Library, EntryPoint = "glp_simplex")]
    private static partial int Simplex(nint problem, nint parameters);

    [LibraryImport(Library, EntryPoint = "glp_get_status")]
    private static partial int Status(nint problem);

    [LibraryImport(Library, EntryPoint = "glp_get_obj_val")]
    private static partial double Value(nint problem);

    [LibraryImport(Library, EntryPoint = "glp_intopt")]
    private static partial int Branch(nint problem, nint parameters);

    [LibraryImport(Library, EntryPoint = "glp_mip_status")]
    private static partial int WholeStatus(nint problem);

    [LibraryImport(Library, EntryPoint = "glp_mip_obj_val")]
    private static partial double WholeValue(nint problem);
}
